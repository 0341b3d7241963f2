import './support.css';
import { type ProvinceReadiness, worstFirst } from '@diemcau/domain/support';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';

import { useFormats, useWords } from '../ui/index.ts';
import { deskSupportWords } from './desk-words.ts';

type Said = { readonly words: string; readonly tone: 'trouble' | 'quiet' | 'good' };

/** What is to be said of a province first: who calls, what is lost, wrong, missing; then that it has signed off. */
export const useProvinceSaid = () => {
  const words = useWords(deskSupportWords).provinces;
  const { count } = useFormats();
  return ({ sites, ready, wrong, absent, lost, weak, help, signedOff }: ProvinceReadiness): Said => {
    const troubles = [
      help > 0 && words.help(count(help)),
      lost > 0 && words.lost(count(lost)),
      wrong > 0 && words.wrong(count(wrong)),
      weak > 0 && words.weak(count(weak)),
    ].filter((said) => said !== false);
    const signed =
      signedOff && (signedOff.missing === 0 ? words.signed : words.signedMissing(count(signedOff.missing)));
    if (troubles.length > 0) return { words: [...troubles, ...(signed ? [signed] : [])].join(' · '), tone: 'trouble' };
    if (signed) return { words: signed, tone: ready === sites ? 'good' : 'quiet' };
    if (ready === sites) return { words: words.allReady, tone: 'good' };
    return {
      words: absent > 0 ? words.absent(count(absent)) : words.unchecked(count(sites - ready)),
      tone: 'quiet',
    };
  };
};

const Card = ({ province, isOpen, onOpen }: { province: ProvinceReadiness; isOpen: boolean; onOpen: () => void }) => {
  const words = useWords(deskSupportWords).provinces;
  const { count } = useFormats();
  const { words: what, tone } = useProvinceSaid()(province);
  const name = province.name ?? words.centre;
  const [ready, sites] = [count(province.ready), count(province.sites)];
  const Picture = tone === 'trouble' ? IconAlertTriangle : tone === 'good' ? IconCircleCheck : null;
  return (
    <button type="button" className={`sup-card ${tone}`} aria-pressed={isOpen} onClick={onOpen}>
      <span className="sup-card-head">
        <b>{name}</b>
        {Picture && <Picture size={18} stroke={2} aria-hidden />}
      </span>
      <span className="num">
        <span className="sup-card-ready">{ready}</span>
        <span className="muted">
          {' '}
          / {sites} <span className="hidden-text">{words.ready}</span>
        </span>
      </span>
      <span className="sup-bar" aria-hidden>
        <span style={{ width: `${province.sites === 0 ? 0 : (100 * province.ready) / province.sites}%` }} />
      </span>
      <span className="sup-card-what small">{what}</span>
    </button>
  );
};

export type ProvinceCardsProps = {
  provinces: readonly ProvinceReadiness[];
  /** Code of the province whose sites are shown, empty for the centre; null: none. */
  opened: string | null;
  onOpen: (code: string) => void;
};

/** The provinces and the centre, worst first. */
export const ProvinceCards = ({ provinces, opened, onOpen }: ProvinceCardsProps) => (
  <div className="sup-cards">
    {worstFirst(provinces).map((province) => {
      const code = province.code ?? '';
      return <Card key={code} province={province} isOpen={code === opened} onOpen={() => onOpen(code)} />;
    })}
  </div>
);
