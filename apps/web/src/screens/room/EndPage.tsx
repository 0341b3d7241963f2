import type { ReactNode } from 'react';
import { DemoMark } from '../../ui/live/DemoTag.tsx';
import { Mark, SecrecyNote } from '../../ui/index.ts';

/** A whole screen of one message: the conference has ended, the place was withdrawn, somebody else has it. */
export const EndPage = ({ eyebrow, title, children }: { eyebrow?: string; title: string; children: ReactNode }) => (
  <main className="room-end">
    <div className="room-end-words">
      <Mark size="2.4em" />
      {eyebrow !== undefined && <p className="room-title-site">{eyebrow}</p>}
      <h1>{title}</h1>
      {children}
    </div>
    <footer>
      <DemoMark />
      <SecrecyNote />
    </footer>
  </main>
);
