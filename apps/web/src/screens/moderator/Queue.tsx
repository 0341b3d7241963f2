import { RowId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useMemo, useState } from 'react';

import {
  floorWords,
  LimitField,
  nextCommand,
  QueuePanel,
  type QueueRow,
  queueRows,
  type SpeakerTarget,
  standDown,
  standFirst,
  useQueue,
  whoText,
} from '../../floor/index.ts';
import { type Names, type Run } from '../../live/index.ts';
import { slotCommand, slottedRequests } from '../../run-sheet/index.ts';
import { ConfirmDialog, type NowMs, useWords } from '../../ui/index.ts';
import { type RowActs, RowMenu } from './RowMenu.tsx';

export type QueueProps = {
  live: Live;
  names: Names;
  run: Run;
  nowMs: NowMs;
  limit: number | null;
  onLimit: (limit: number | null) => void;
  onCall: () => void;
  onName: (target: SpeakerTarget) => void;
};

/** Removing somebody's request is asked once: it cannot be put back in its place by one key. */
const AskWithdraw = ({ row, run, onDone }: { row: QueueRow; run: Run; onDone: () => void }) => {
  const words = useWords(floorWords);
  return (
    <ConfirmDialog
      open
      title={words.withdraw.title(whoText(row.person, row.site, words))}
      effect={words.withdraw.effect}
      confirm={words.withdraw.confirm}
      onConfirm={() => run({ type: 'floor.withdraw', requestId: row.requestId }).then(onDone)}
      onCancel={onDone}
    />
  );
};

/** The middle of the desk: the queue with its menus. */
export const Queue = ({ live, names, run, nowMs, limit, onLimit, onCall, onName }: QueueProps) => {
  const words = useWords(floorWords);
  const rows = useMemo(() => queueRows(live, names), [live, names]);
  const queue = useQueue(rows, live.floor.queueVersion, run);
  const [removing, remove] = useState<QueueRow | null>(null);
  const grant = (row: QueueRow) => void run(nextCommand(live, row.requestId, limit));
  const slotted = slottedRequests(live);
  const slot = ({ requestId }: QueueRow) => {
    const request = live.floor.queue.find((each) => each.requestId === requestId);
    if (request) void run(slotCommand(live, request, RowId.parse(crypto.randomUUID()), limit));
  };
  const acts: RowActs = {
    grant,
    standby: (row) => void run(standFirst(live, row.siteId)),
    standDown: (row) => void run(standDown(live, row.siteId)),
    inOrder: live.floor.standbyMode === 'manual' ? () => void run({ type: 'floor.resetStandby' }) : null,
    canSlot: ({ requestId }) => live.runSheet.rows.length > 0 && !slotted.has(requestId),
    slot,
    top: (row) => void queue.moveTo(row.requestId, 0),
    bottom: (row) => void queue.moveTo(row.requestId, queue.rows.length - 1),
    correct: ({ speakerId, person }) => onName({ kind: 'correct', speakerId, person }),
    withdraw: remove,
  };
  return (
    <>
      <QueuePanel
        queue={queue}
        nowMs={nowMs}
        menu={(row, reachable) => <RowMenu row={row} acts={acts} reachable={reachable} />}
        onGrant={grant}
        onCall={onCall}
        each={<LimitField label={words.limit.each} limitSeconds={limit} onChange={onLimit} />}
      />
      {removing && <AskWithdraw row={removing} run={run} onDone={() => remove(null)} />}
    </>
  );
};
