import type { Live } from '@diemcau/domain/live';
import { useMemo } from 'react';

import { AgendaPanel, itemRows } from '../../agenda/index.ts';
import { phaseView } from '../../conference/phase-index.ts';
import { SpokenPanel, spokenRows } from '../../floor/index.ts';
import { type LiveConnection, namesOf, useLiveState } from '../../live/index.ts';
import { useWords } from '../../ui/index.ts';
import { secretaryWords } from './words.ts';

/** The column of the record: the agenda with its times, and who has spoken how long. */
export const Record = ({ connection, live }: { connection: LiveConnection; live: Live }) => {
  const words = useWords(secretaryWords);
  const names = useLiveState(connection, namesOf);
  const startsAt = phaseView(live)?.startsAt ?? 0;
  const items = useMemo(() => itemRows(live.agenda, names.titles, startsAt), [live.agenda, names.titles, startsAt]);
  return (
    <section className="sec-record" aria-label={words.record}>
      {items.length > 0 && <AgendaPanel items={items} nowMs={connection.nowMs} />}
      <SpokenPanel rows={spokenRows(live, names)} />
    </section>
  );
};
