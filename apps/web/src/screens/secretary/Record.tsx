import type { SeatId } from '@diemcau/domain/kernel';
import { IconExternalLink } from '@tabler/icons-react';

import { RecordPanel } from '../../minutes/index.ts';
import { LinkButton, Panel, useWords } from '../../ui/index.ts';
import { secretaryWords } from './words.ts';

/** The column of the record: what has happened, as it is written down, and notes beside the moment. */
type Props = {
  conferenceId: string;
  seatId: SeatId;
  /** The number of the rehearsal that goes on; null: none does. */
  rehearsal: number | null;
};

export const Record = ({ conferenceId, seatId, rehearsal }: Props) => {
  const words = useWords(secretaryWords);
  return (
    <div className="sec-record">
      <Panel
        title={words.record}
        body="flush"
        actions={
          <LinkButton href={`/c/${conferenceId}/record`} size="small" icon={IconExternalLink} newTab>
            {words.page}
          </LinkButton>
        }
      >
        <RecordPanel base={`/seats/${seatId}`} seatId={seatId} rehearsal={rehearsal} />
      </Panel>
    </div>
  );
};
