import { IconCheck } from '@tabler/icons-react';
import { useCallback } from 'react';

import { Button, Panel, Tag, useAnnounce, useFormats, useTicking, useWords } from '../ui/index.ts';
import type { RollCallAskedProps } from './ClerkRollCall.tsx';
import { ownPresenceWords } from './own-words.ts';
import { useRosterState } from './use-roster.ts';

/** The open roll call on the page of a site of one person: one press says that they are there. */
export const OwnPresence = ({ model, rollCall: { rollCallId, closesAt }, remindedAt, nowMs }: RollCallAskedProps) => {
  const words = useWords(ownPresenceWords);
  const { time } = useFormats();
  const announce = useAnnounce();
  const state = useRosterState(model);
  const isLate = useTicking(
    nowMs,
    useCallback((now: number) => now > closesAt, [closesAt]),
  );
  if (state.status !== 'ready') return null;
  const { answer, delegates } = state.roster;
  const [self] = delegates;
  const report = async () => {
    if (self && self.status !== 'present')
      void model.mark([{ delegateId: self.delegateId, status: 'present', reason: null }]);
    // Marks go first: the answer waits for them.
    if (await model.answer(rollCallId, 1)) announce(words.announced);
  };
  if (answer !== null && answer.headCount > 0)
    return (
      <Panel
        title={words.title}
        note={
          <Tag tone="green" icon={IconCheck}>
            {time(answer.at)}
          </Tag>
        }
      >
        <p>{words.noted(time(answer.at))}</p>
      </Panel>
    );
  return (
    <Panel title={words.title} tone="standby">
      <div className="col">
        <p>{isLate ? words.late(time(closesAt)) : words.ask(time(closesAt))}</p>
        {remindedAt !== null && <p role="status">{words.reminded}</p>}
        <Button tone="primary" size="big" wide icon={IconCheck} onPress={report}>
          {words.present}
        </Button>
      </div>
    </Panel>
  );
};
