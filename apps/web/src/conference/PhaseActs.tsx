import type { ConferenceCommand, ConferenceDetail } from '@diemcau/domain/conference';
import { IconDoorExit, IconPlayerPause, IconPlayerPlay, IconTestPipe, IconTestPipeOff } from '@tabler/icons-react';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import {
  Button,
  ConfirmDialog,
  type Icon,
  Notice,
  type SaidProblem,
  StatusLine,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { officeConferenceWords } from './office-words.ts';
import { asksFirst, type PhaseAct, phaseActs, phaseCommand } from './phase.ts';
import { phaseWords } from './phase-words.ts';

const icons: Readonly<Record<PhaseAct, Icon>> = {
  open: IconPlayerPlay,
  rehearse: IconTestPipe,
  endRehearsal: IconTestPipeOff,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  close: IconDoorExit,
};

/** Seats open an hour before the start: whoever opens earlier has mistaken the day. */
const earlyMs = 60 * 60 * 1000;

export type PhaseActsProps = {
  conference: ConferenceDetail;
  run: (command: ConferenceCommand) => Promise<void>;
};

/** Opening, pausing and ending from the office: each names its effect and asks once. A refusal stays in the question. */
export const PhaseActs = ({ conference, run }: PhaseActsProps) => {
  const words = useWords(phaseWords);
  const { openEarly } = useWords(officeConferenceWords);
  const { count, dateTime } = useFormats();
  const [asked, ask] = useState<PhaseAct | null>(null);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const send = async (act: PhaseAct) => {
    setProblem(null);
    try {
      await run(phaseCommand(act));
      ask(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const close = () => {
    ask(null);
    setProblem(null);
  };
  const isEarly = Date.parse(conference.startsAt) - Date.now() > earlyMs;
  const question = asked === null || asked === 'resume' ? null : words.ask[asked];
  return (
    <>
      {asked === null && <StatusLine problem={problem} onDismiss={() => setProblem(null)} />}
      {phaseActs(conference.status).map((act) => (
        <Button
          key={act}
          icon={icons[act]}
          tone={act === 'open' || act === 'resume' ? 'primary' : 'plain'}
          onPress={() => (asksFirst(act) ? ask(act) : send(act))}
        >
          {words.act[act]}
        </Button>
      ))}
      {asked !== null && question !== null && (
        <ConfirmDialog
          open
          title={question.title}
          effect={
            <div className="col">
              <p>{question.effect(count(conference.invited))}</p>
              {asked === 'open' && isEarly && (
                <Notice tone="trouble">{openEarly(dateTime(conference.startsAt))}</Notice>
              )}
              <StatusLine problem={problem} />
            </div>
          }
          confirm={question.confirm}
          tone={asked === 'pause' || asked === 'close' ? 'danger' : 'primary'}
          onConfirm={() => send(asked)}
          onCancel={close}
        />
      )}
    </>
  );
};
