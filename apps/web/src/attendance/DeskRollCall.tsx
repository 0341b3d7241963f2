import './Desk.css';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { AttendanceFrame } from '@diemcau/domain/wire';
import { IconAlarm, IconClock, IconFileSpreadsheet, IconListCheck, IconSquareCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import type { Run } from '../live/index.ts';
import {
  Button,
  EmptyState,
  formatLength,
  LinkButton,
  Loading,
  type NowMs,
  Panel,
  StatusLine,
  Tag,
  useFormats,
  useTicking,
  useWords,
} from '../ui/index.ts';
import { type DeskNumbers, deskNumbers, type RollCallView, rollCallView } from './desk-numbers.ts';
import { useReminder } from './desk-reminder.ts';
import { deskWords } from './desk-words.ts';
import { DeskActs } from './DeskActs.tsx';
import { DeskFigures } from './DeskFigures.tsx';
import { DeskProvinces } from './DeskProvinces.tsx';
import { DeskSites, type SitesChoice } from './DeskSites.tsx';

const Deadline = ({ closesAt, nowMs }: { closesAt: number; nowMs: NowMs }) => {
  const words = useWords(deskWords).status;
  const { time } = useFormats();
  const left = useTicking(
    nowMs,
    useCallback((now: number) => (now > closesAt ? null : formatLength(closesAt - now)), [closesAt]),
  );
  return left === null ? (
    <Tag tone="amber" icon={IconAlarm}>
      {words.over(time(closesAt))}
    </Tag>
  ) : (
    <Tag tone="blue" icon={IconClock}>
      <span className="num">{words.open(time(closesAt), left)}</span>
    </Tag>
  );
};

const Status = ({ rollCall, nowMs }: { rollCall: RollCallView; nowMs: NowMs }) => {
  const words = useWords(deskWords).status;
  const { time } = useFormats();
  if (rollCall.status === 'open') return <Deadline closesAt={rollCall.closesAt} nowMs={nowMs} />;
  if (rollCall.status === 'none') return <Tag>{words.none}</Tag>;
  return <Tag icon={IconSquareCheck}>{words.closed(time(rollCall.closedAt))}</Tag>;
};

type View = 'provinces' | SitesChoice['filter'];

const Views = ({ shown, numbers, onShow }: { shown: View; numbers: DeskNumbers; onShow: (view: View) => void }) => {
  const words = useWords(deskWords).views;
  const { count } = useFormats();
  const counts = { provinces: null, unanswered: numbers.invited - numbers.answered, answered: numbers.answered };
  return (
    <div className="at-views" role="group" aria-label={words.label}>
      {(['provinces', 'unanswered', 'answered'] as const).map((view) => (
        <Button key={view} size="small" pressed={view === shown} onPress={() => onShow(view)}>
          {words[view]}
          {counts[view] !== null && <span className="at-views-count num"> {count(counts[view])}</span>}
        </Button>
      ))}
    </div>
  );
};

/** What of a roll call is looked at: the provinces, or the sites of one or all of them. */
const Inside = ({
  rollCallId,
  seatId,
  numbers,
  told,
}: {
  rollCallId: Extract<RollCallView, { status: 'open' }>['rollCallId'];
  seatId: SeatId;
  numbers: DeskNumbers;
  told: string;
}) => {
  const [view, setView] = useState<View>('provinces');
  const [choice, choose] = useState<SitesChoice>({ filter: 'unanswered', province: null, q: '' });
  const show = (next: View) => {
    setView(next);
    if (next !== 'provinces') choose({ ...choice, filter: next });
  };
  const showProvince = (province: string) => {
    choose({ filter: 'unanswered', province, q: '' });
    setView('unanswered');
  };
  return (
    <>
      <Views shown={view} numbers={numbers} onShow={show} />
      {view === 'provinces' ? (
        <DeskProvinces provinces={numbers.provinces} asked onShow={showProvince} />
      ) : (
        <DeskSites
          seatId={seatId}
          rollCallId={rollCallId}
          choice={choice}
          onChoose={choose}
          numbers={numbers}
          told={told}
        />
      )}
    </>
  );
};

const NotYet = ({ mayOpen }: { mayOpen: boolean }) => {
  const words = useWords(deskWords).none;
  return (
    <EmptyState icon={IconListCheck} title={words.title}>
      {mayOpen ? words.body : words.over}
    </EmptyState>
  );
};

export type DeskRollCallProps = {
  live: Live;
  /** Null until the server has told the numbers. */
  totals: AttendanceFrame | null;
  seatId: SeatId;
  run: Run;
  nowMs: NowMs;
};

/** The roll call of a desk: asking all sites who is there, until when, who answered, whom to call. */
export const DeskRollCall = ({ live, totals, seatId, run, nowMs }: DeskRollCallProps) => {
  const words = useWords(deskWords);
  const { count, time } = useFormats();
  const reminder = useReminder(seatId, nowMs);
  const rollCall = rollCallView(live);
  const numbers = totals && deskNumbers(totals, live);
  const isAsked = rollCall.status !== 'none';
  const last = isAsked && reminder.last?.rollCallId === rollCall.rollCallId ? reminder.last : null;
  return (
    <Panel
      title={words.title}
      className="at-desk"
      body="flush"
      note={<Status rollCall={rollCall} nowMs={nowMs} />}
      actions={
        <LinkButton size="small" icon={IconFileSpreadsheet} download href={`/api/v1/seats/${seatId}/attendance.xlsx`}>
          {words.workbook}
        </LinkButton>
      }
    >
      {numbers === null ? (
        <Loading />
      ) : (
        <div className="at-desk-body">
          <DeskFigures numbers={numbers} asked={isAsked} />
          <div className="at-acts">
            <DeskActs rollCall={rollCall} numbers={numbers} reminder={{ ...reminder, last }} run={run} nowMs={nowMs} />
          </div>
          <StatusLine problem={reminder.problem} onDismiss={reminder.dismiss} />
          {last && (
            <p className="small muted num" role="status">
              {words.remind.done(count(last.sites), time(last.at))}
            </p>
          )}
          {rollCall.status === 'none' ? (
            <NotYet mayOpen={rollCall.mayOpen} />
          ) : (
            <Inside
              key={rollCall.rollCallId}
              rollCallId={rollCall.rollCallId}
              seatId={seatId}
              numbers={numbers}
              told={`${numbers.answered} ${numbers.present} ${numbers.summoned} ${last?.at ?? ''}`}
            />
          )}
        </div>
      )}
    </Panel>
  );
};
