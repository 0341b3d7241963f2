import './Steps.css';
import { IconCheck } from '@tabler/icons-react';
import { Fragment } from 'react';

import { useWords } from '../text/language.tsx';
import { officeWords } from './words.ts';

export type Step = { readonly label: string; readonly state: 'done' | 'current' | 'later' };

/** Where a piece of work stands: what is done, what is now, what is to come. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => {
  const words = useWords(officeWords);
  return (
    <ol className="office-steps" aria-label={label}>
      {steps.map((step, index) => (
        <Fragment key={step.label}>
          {index > 0 && <li className="office-steps-line" role="presentation" aria-hidden />}
          <li className={`office-step ${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span className="office-step-number" aria-hidden>
              {step.state === 'done' ? <IconCheck size={16} stroke={2.5} /> : index + 1}
            </span>
            {step.label}
            {step.state === 'done' && <span className="hidden-text"> ({words.done})</span>}
          </li>
        </Fragment>
      ))}
    </ol>
  );
};
