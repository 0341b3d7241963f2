import type { SeatId } from '@diemcau/domain/kernel';
import { IconExternalLink } from '@tabler/icons-react';

import { type LiveConnection, seqOf, useLiveState } from '../../live/index.ts';
import { RecordPanel } from '../../minutes/index.ts';
import type { DeskStills } from '../../minutes/still-index.ts';
import { LinkButton, Panel, useWords } from '../../ui/index.ts';
import { secretaryWords } from './words.ts';

/** The column of the record: what has happened, as it is written down, and notes beside the moment. */
type Props = {
  conferenceId: string;
  seatId: SeatId;
  /** The number of the rehearsal that goes on; null: none does. */
  rehearsal: number | null;
  connection: LiveConnection;
  stills: DeskStills;
};

export const Record = ({ conferenceId, seatId, rehearsal, connection, stills }: Props) => {
  const words = useWords(secretaryWords);
  const seq = useLiveState(connection, seqOf);
  const keptAt = stills.state.status === 'kept' ? stills.state.at : '';
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
        <RecordPanel base={`/seats/${seatId}`} seatId={seatId} rehearsal={rehearsal} news={`${seq ?? ''} ${keptAt}`} />
      </Panel>
    </div>
  );
};
