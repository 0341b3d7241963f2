import './agenda.css';
import type { ConferenceDetail } from '@diemcau/domain/conference';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';

import { AgendaEditor, itemRows } from '../../agenda/index.ts';
import { useConference, useEverySite } from '../../conference/index.ts';
import { checkPerson, PersonFields } from '../../floor/index.ts';
import { asProblem } from '../../live/api.ts';
import { OfficeFrame } from '../../organisation/index.ts';
import { planRows } from '../../run-sheet/index.ts';
import { Button, ErrorState, LinkButton, Loading, Notice, StatusLine, useFormats, useWords } from '../../ui/index.ts';
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

/** `/c/<id>/agenda`: the order of the day and the run sheet, written, brought in and printed. */
export const AgendaScreen = ({ conferenceId }: { conferenceId: string }) => {
  const words = useWords(agendaScreenWords);
  const { dateTime } = useFormats();
  const { data, error, refetch } = useConference(conferenceId);
  const { parts, read } = usePlan(conferenceId);
  const problem = error ?? read.error;
  const isThere = data !== undefined && parts !== null;
  return (
    <OfficeFrame
      title={words.title}
      eyebrow={data && `${data.name} · ${dateTime(data.startsAt)}`}
      actions={
        <>
          <LinkButton href={`/c/${conferenceId}/prepare`} icon={IconArrowLeft}>
            {words.back}
          </LinkButton>
          <Button icon={IconPrinter} disabled={(parts?.runSheet.rows.length ?? 0) === 0} onPress={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      {isThere && <Prepared conference={data} parts={parts} />}
      {!isThere && problem !== null && (
        <ErrorState problem={asProblem(problem)} onRetry={() => Promise.all([refetch(), read.refetch()])} />
      )}
      {!isThere && problem === null && <Loading>{words.loading}</Loading>}
    </OfficeFrame>
  );
};
