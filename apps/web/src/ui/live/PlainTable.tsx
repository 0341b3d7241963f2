import './PlainTable.css';
import type { ReactNode } from 'react';

export type PlainTableProps = {
  /** The cells of the head, `th` each. */
  head: ReactNode;
  className?: string;
  /** Rows, `tr` each; the cell of a row's acts has the class `ui-plain-acts`. */
  children: ReactNode;
};

/** A table of a few hundred rows at most, each as high as its words; more stand in a `VirtualTable`. */
export const PlainTable = ({ head, className = '', children }: PlainTableProps) => (
  <div className="ui-plain-place">
    <table className={`ui-plain ${className}`}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
