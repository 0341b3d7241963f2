import type { ClerkControl, DeviceReport } from '@diemcau/domain/wire';
import { LineStep, lesserStep } from '@diemcau/domain/kernel';
import { SelectField, useWords } from '../ui/index.ts';
import { stepChoiceWords } from './step-choice-words.ts';

export type StepChoiceProps = {
  ladder: NonNullable<DeviceReport['ladder']>;
  control: (control: ClerkControl) => boolean;
};

const CHOICES: readonly (LineStep | null)[] = [null, 'small', 'still', 'sound', 'text'];

/** How much of picture and sound goes through the line: by itself, or at most what is chosen. */
export const StepChoice = ({ ladder, control }: StepChoiceProps) => {
  const words = useWords(stepChoiceWords);
  const now = lesserStep(ladder.down, ladder.up);
  return (
    <>
      <SelectField
        label={words.label}
        value={ladder.chosen ?? ''}
        choices={CHOICES.map((step) => ({ value: step ?? '', label: words.most[step ?? 'auto'] }))}
        onChange={(value) => control({ do: 'useStep', step: LineStep.safeParse(value).data ?? null })}
      />
      <p className="small muted" role="status">
        {now === 'full' ? words.full : words.now(words.received[ladder.down], words.sent[ladder.up])}
      </p>
    </>
  );
};
