import './LineList.css';
import type { ReactNode } from 'react';

/** The lines of a preview in a box that scrolls: each `li` begins with its number, `.why` says what is wrong with it. */
export const LineList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className="ui-lines" tabIndex={0} aria-label={label}>
    {children}
  </ul>
);
