import './Stage.css';
import type { ReactNode } from 'react';

/** The place of a picture and what lies on it: `LowerThird` and titles take their size from its height. */
export const Stage = ({ children, className = '' }: { children?: ReactNode; className?: string }) => (
  <div className={`ui-stage ${className}`}>{children}</div>
);
