import './Desk.css';
import { IconChevronRight } from '@tabler/icons-react';

import { PlainTable, useWords } from '../ui/index.ts';
import type { ProvinceNumbers } from './desk-numbers.ts';
import { deskWords } from './desk-words.ts';
import { Part, Share } from './DeskFigures.tsx';

export type DeskProvincesProps = {
  provinces: readonly ProvinceNumbers[];
  /** Whether there is a roll call whose answers can be counted. */
  asked: boolean;
  /** Opens the sites of a province that have not answered; null: nothing to open here. */
  onShow: ((code: string) => void) | null;
};

type RowProps = Omit<DeskProvincesProps, 'provinces'> & { province: ProvinceNumbers };

const Row = ({ province, asked, onShow }: RowProps) => {
  const words = useWords(deskWords).provinces;
  const { code, answered, invited, present, summoned } = province;
  const name = province.name ?? words.centre;
  const isComplete = answered === invited;
  return (
    <tr>
      <th scope="row">
        {onShow && asked && !isComplete ? (
          <button
            type="button"
            className="at-province"
            aria-label={words.show(name)}
            onClick={() => onShow(code ?? '')}
          >
            {name}
            <IconChevronRight size={14} stroke={2} aria-hidden />
          </button>
        ) : (
          name
        )}
      </th>
      {asked && (
        <td className={isComplete ? 'at-complete' : ''}>
          <Part part={answered} whole={invited} />
          {isComplete && <span className="at-complete-word"> {words.complete}</span>}
          <Share part={answered} whole={invited} />
        </td>
      )}
      <td>
        <Part part={present} whole={summoned} />
      </td>
    </tr>
  );
};

/** The 34 provinces and the centre in numbers, in the order of their codes: a place stays where it is. */
export const DeskProvinces = ({ provinces, asked, onShow }: DeskProvincesProps) => {
  const words = useWords(deskWords).provinces;
  return (
    <div className="at-provinces" tabIndex={0} role="group" aria-label={words.label}>
      <PlainTable
        head={
          <>
            <th>{words.name}</th>
            {asked && <th>{words.sites}</th>}
            <th>{words.people}</th>
          </>
        }
      >
        {provinces.map((province) => (
          <Row key={province.code ?? ''} province={province} asked={asked} onShow={onShow} />
        ))}
      </PlainTable>
    </div>
  );
};
