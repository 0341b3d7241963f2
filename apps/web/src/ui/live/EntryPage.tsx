import './EntryPage.css';
import type { ReactNode } from 'react';

import { DemoMark } from './DemoTag.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';
import { SecrecyNote } from './SecrecyNote.tsx';

export type EntryPageProps = {
  title: string;
  /** Above the title, quieter: the conference, the site. */
  eyebrow?: string;
  children: ReactNode;
  /** `wide` for a page with more than a form. */
  width?: 'normal' | 'wide';
};

/** A page of one card: signing in, a personal link, a page that is not there. For laptop and phone alike. */
export const EntryPage = ({ title, eyebrow, children, width = 'normal' }: EntryPageProps) => (
  <div className={`ui-entry ${width}`}>
    <main className="ui-entry-card">
      <div className="ui-entry-head">
        <Mark size={44} />
        <div>
          {eyebrow !== undefined && <p className="muted small">{eyebrow}</p>}
          <h1>{title}</h1>
        </div>
      </div>
      {children}
    </main>
    <footer className="ui-entry-foot">
      <DemoMark />
      <SecrecyNote />
      <LanguageSwitch />
    </footer>
  </div>
);
