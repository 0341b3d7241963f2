import './PhaseCard.css';
import type { ConferenceCommand, ConferencePhase } from '@diemcau/domain/conference';
import {
  IconCircleCheck,
  IconClock,
  IconDoorExit,
  IconPlayerPause,
  IconPlayerPlay,
  IconTestPipe,
  IconTestPipeOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Button, ConfirmDialog, type Icon, Panel, Tag, type TagTone, useFormats, useWords } from '../ui/index.ts';
import { asksFirst, type PhaseAct, phaseCommand, type PhaseView } from './phase.ts';
import { phaseWords } from './phase-words.ts';

const faces: Readonly<Record<ConferencePhase, { tone: TagTone; icon: Icon }>> = {
  prepared: { tone: 'blue', icon: IconClock },
  rehearsal: { tone: 'blue', icon: IconTestPipe },
  open: { tone: 'green', icon: IconCircleCheck },
  paused: { tone: 'amber', icon: IconPlayerPause },
  closed: { tone: 'plain', icon: IconDoorExit },
};

const actIcons: Readonly<Record<PhaseAct, Icon>> = {
  open: IconPlayerPlay,
  rehearse: IconTestPipe,
  endRehearsal: IconTestPipeOff,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  close: IconDoorExit,
};

export const PhaseTag = ({ status }: { status: ConferencePhase }) => (
  <Tag tone={faces[status].tone} icon={faces[status].icon}>
    {useWords(phaseWords).status[status]}
  </Tag>
);

const toneOf = (act: PhaseAct): 'primary' | 'danger' => (act === 'pause' || act === 'close' ? 'danger' : 'primary');

type Run = (command: ConferenceCommand) => Promise<boolean>;

type AskProps = { act: PhaseAct | null; invited: number; run: Run; onDone: () => void };

const Ask = ({ act, invited, run, onDone }: AskProps) => {
  const words = useWords(phaseWords);
  const { count } = useFormats();
  if (act === null || act === 'resume') return null;
  const { title, effect, confirm } = words.ask[act];
  return (
    <ConfirmDialog
      open
      title={title}
      effect={effect(count(invited))}
      confirm={confirm}
      tone={toneOf(act)}
      onConfirm={() => run(phaseCommand(act)).then(onDone)}
      onCancel={onDone}
    />
  );
};

export type PhaseCardProps = {
  phase: PhaseView;
  /** Null: not told, as while the line is lost. */
  presence: { readonly present: number; readonly invited: number } | null;
  run: Run;
  /** Under the count of sites: who attends. */
  more?: ReactNode;
};

/** Where the conference stands, how many are here, and the acts that change it: each says its effect and asks once. */
export const PhaseCard = ({ phase, presence, run, more }: PhaseCardProps) => {
  const words = useWords(phaseWords);
  const { count, time } = useFormats();
  const [asked, ask] = useState<PhaseAct | null>(null);
  const { status, startsAt, openedAt, closedAt, acts } = phase;
  const since = status === 'closed' ? (closedAt ?? startsAt) : (openedAt ?? startsAt);
  const press = (act: PhaseAct) => (asksFirst(act) ? ask(act) : run(phaseCommand(act)));
  return (
    <Panel title={words.title} note={<PhaseTag status={status} />}>
      <dl className="cf-phase">
        <div>
          <dt>{words.presence}</dt>
          <dd className="num">{presence ? words.present(count(presence.present), count(presence.invited)) : '–'}</dd>
        </div>
      </dl>
      {more}
      <p className="small muted num">{words.since[status](time(since))}</p>
      {acts.length > 0 && (
        <div className="cf-phase-acts">
          {acts.map((act) => (
            <Button
              key={act}
              wide
              icon={actIcons[act]}
              tone={act === 'open' || act === 'resume' ? 'primary' : 'plain'}
              onPress={() => press(act)}
            >
              {words.act[act]}
            </Button>
          ))}
        </div>
      )}
      <Ask act={asked} invited={presence?.invited ?? 0} run={run} onDone={() => ask(null)} />
    </Panel>
  );
};

/** For the technical desk: a rehearsal begins and ends here. */
export const RehearsalBar = ({ phase: { status }, invited, run }: { phase: PhaseView; invited: number; run: Run }) => {
  const words = useWords(phaseWords);
  const [asked, ask] = useState<PhaseAct | null>(null);
  if (status !== 'prepared' && status !== 'rehearsal') return null;
  const act = status === 'prepared' ? 'rehearse' : 'endRehearsal';
  return (
    <section className="cf-rehearsal" aria-label={words.act.rehearse}>
      <p className={status === 'prepared' ? 'small muted' : 'small'}>{words.rehearsing[status]}</p>
      <Button size="small" icon={actIcons[act]} onPress={() => ask(act)}>
        {words.act[act]}
      </Button>
      <Ask act={asked} invited={invited} run={run} onDone={() => ask(null)} />
    </section>
  );
};
