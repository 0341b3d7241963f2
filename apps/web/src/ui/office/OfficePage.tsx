import './OfficePage.css';
import { IconActivityHeartbeat, IconCalendarEvent, IconLogout, IconTemplate } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Button } from '../live/Button.tsx';
import { DemoMark } from '../live/DemoTag.tsx';
import type { Icon } from '../live/icons.ts';
import { LanguageSwitch } from '../live/LanguageSwitch.tsx';
import { Mark } from '../live/Mark.tsx';
import { SecrecyNote } from '../live/SecrecyNote.tsx';
import { useWords } from '../text/language.tsx';
import { officeWords } from './words.ts';

export type OfficePageProps = {
  title: string;
  /** Above the title: kind and time of a conference. */
  eyebrow?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Who is signed in; none, no line at the foot of the navigation. */
  person?: { name: string; detail?: string };
  onSignOut?: () => void | Promise<unknown>;
};

const NavLink = ({ to, icon: Picture, children }: { to: string; icon: Icon; children: string }) => (
  <Link to={to} className="office-nav-link" activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true }}>
    <Picture size={19} stroke={2} aria-hidden />
    {children}
  </Link>
);

const initials = (name: string): string =>
  name
    .split(' ')
    .slice(-2)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();

/** An office page: navigation at the side (above, on a phone), title and acts, and the page's own content. */
export const OfficePage = ({ title, eyebrow, actions, children, person, onSignOut }: OfficePageProps) => {
  const words = useWords(officeWords);
  return (
    <div className="office">
      <nav className="office-nav" aria-label={words.navigation}>
        <div className="office-brand">
          <Mark />
          <b>{words.product}</b>
        </div>
        <div className="office-links">
          <NavLink to="/" icon={IconCalendarEvent}>
            {words.conferences}
          </NavLink>
          {person && (
            <NavLink to="/mau" icon={IconTemplate}>
              {words.templates}
            </NavLink>
          )}
          <NavLink to="/trang-thai" icon={IconActivityHeartbeat}>
            {words.health}
          </NavLink>
        </div>
        <span className="office-nav-space" />
        <LanguageSwitch />
        {person && (
          <div className="office-person">
            <span className="office-initials" aria-hidden>
              {initials(person.name)}
            </span>
            <div className="grow">
              <div className="small office-name">{person.name}</div>
              {person.detail !== undefined && <div className="tiny muted">{person.detail}</div>}
            </div>
            {onSignOut && (
              <Button tone="quiet" size="small" icon={IconLogout} label={words.signOut} onPress={onSignOut} />
            )}
          </div>
        )}
      </nav>
      <main className="office-main">
        <header className="office-head">
          <div className="grow">
            <DemoMark />
            {eyebrow !== undefined && <div className="muted small">{eyebrow}</div>}
            <h1>{title}</h1>
          </div>
          {actions !== undefined && <div className="row wrap">{actions}</div>}
        </header>
        {children}
        <p className="office-secrecy">
          <SecrecyNote />
        </p>
      </main>
    </div>
  );
};
