import './agenda.css';
import type { ConferenceDetail } from '@diemcau/domain/conference';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';

import { AgendaEditor, itemRows } from '../../agenda/index.ts';
import { ConferencePage, useEverySite } from '../../conference/index.ts';
import { checkPerson, PersonFields } from '../../floor/index.ts';
import { asProblem } from '../../live/api.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { planRows } from '../../run-sheet/index.ts';
import { Button, ErrorState, Loading, Notice, StatusLine, useWords } from '../../ui/index.ts';
import { useOwnDesk } from '../../seat/index.ts';
import { Paper } from './Paper.tsx';
import { type PlanParts, usePlan, usePlanActs } from './plan.ts';
import { SheetPart } from './SheetPart.tsx';
import { agendaScreenWords } from './words.ts';

const kit = { checkPerson, PersonFields };

const Prepared = ({ conference, parts }: { conference: ConferenceDetail; parts: PlanParts }) => {
  const words = useWords(agendaScreenWords);
  const { conferenceId, hall, status } = conference;
  const { data: sites = [] } = useEverySite(conferenceId);
  const { run, send, readAgain, problem, dismiss } = usePlanActs(conferenceId);
  const { agenda, runSheet, names } = parts;
  const startsAt = Date.parse(conference.startsAt);
  const items = useMemo(() => itemRows(agenda, names.titles, startsAt), [agenda, names, startsAt]);
  const rows = useMemo(() => planRows({ runSheet, hallId: hall.siteId }, names), [runSheet, hall.siteId, names]);
  const acts = status === 'closed' ? null : run;
  return (
    <>
      {status === 'closed' && <Notice tone="calm">{words.closed}</Notice>}
      <StatusLine problem={problem} onDismiss={dismiss} />
      <AgendaEditor
        items={items}
        version={agenda.version}
        names={names}
        startsAt={startsAt}
        kit={kit}
        run={acts}
        problem={problem}
      />
      <SheetPart
        conference={conference}
        parts={parts}
        items={items}
        rows={rows}
        sites={sites}
        run={acts}
        send={send}
        readAgain={readAgain}
        problem={problem}
      />
      <Paper conference={conference} items={items} rows={rows} titles={names.titles} />
    </>
  );
};

const Planned = ({ conference, plan }: { conference: ConferenceDetail; plan: ReturnType<typeof usePlan> }) => {
  const words = useWords(agendaScreenWords);
  const { parts, read } = plan;
  if (parts !== null) return <Prepared conference={conference} parts={parts} />;
  return read.error ? (
    <ErrorState problem={asProblem(read.error)} onRetry={read.refetch} />
  ) : (
    <Loading>{words.loading}</Loading>
  );
};

/** `/c/<id>/agenda`: the order of the day and the run sheet, written, brought in and printed. */
export const AgendaScreen = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(agendaScreenWords);
  const plan = usePlan(conferenceId);
  const isEmpty = (plan.parts?.runSheet.rows.length ?? 0) === 0;
  return (
    <ConferencePage
      conferenceId={conferenceId}
      current="plan"
      desk={useOwnDesk(conferenceId)}
      Frame={OfficeFrame}
      actions={() => (
        <Button icon={IconPrinter} disabled={isEmpty} onPress={() => window.print()}>
          {words.print}
        </Button>
      )}
    >
      {(conference) => <Planned conference={conference} plan={plan} />}
    </ConferencePage>
  );
};
