import './BarTitle.css';
import { useRef } from 'react';

import { useFittedText } from './fitted-text.ts';

/** The name of a conference in the bar of a wall: a long one first shrinks, then gets a second line. */
export const BarTitle = ({ children }: { children: string }) => {
  const line = useRef<HTMLHeadingElement>(null);
  useFittedText(line, 0.75, children);
  return (
    <h1 ref={line} className="ui-bar-name" title={children}>
      {children}
    </h1>
  );
};
