import { useId } from 'react';

import { floorWords, NextButton } from '../../floor/index.ts';
import type { Run } from '../../live/index.ts';
import { type RowStep, runSheetWords, useRowTexts } from '../../run-sheet/index.ts';
import { StepButton, useWords } from '../../ui/index.ts';
import type { Step } from './use-step.ts';

const RowButton = ({ step, run, describedBy }: { step: RowStep; run: Run; describedBy: string }) => {
  const floor = useWords(floorWords).next;
  const words = useWords(runSheetWords);
  const texts = useRowTexts();
  const { row, command } = step;
  const above = row.speaker === null ? words.step.above : words.step.speech(texts.kind(row));
  return (
    <StepButton
      title={floor.title}
      above={row.lost ? `${above} · ${floor.lost}` : above}
      main={texts.line(row)}
      doubtful={row.lost}
      onPress={() => run(command)}
      describedBy={describedBy}
    />
  );
};

/** "Tiếp" with all that it will do, said beforehand. */
export const StepPart = ({ step, hasSheet, run }: { step: Step; hasSheet: boolean; run: Run }) => {
  const words = useWords(runSheetWords).step;
  const floor = useWords(floorWords).next;
  const id = useId();
  const { row, next, effects } = step;
  const isOver = hasSheet && row === null && next.status === 'empty';
  return (
    <div className="mod-step">
      {row && <RowButton step={row} run={run} describedBy={id} />}
      {isOver && <StepButton title={floor.title} above={words.endDetail} main={words.end} onPress={null} />}
      {!row && !isOver && <NextButton next={next} run={run} {...(effects === null ? {} : { describedBy: id })} />}
      {effects !== null && (
        <p id={id} className="mod-effects small muted">
          {effects}
        </p>
      )}
    </div>
  );
};
