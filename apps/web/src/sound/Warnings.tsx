import './sound.css';
import type { SoundWarning } from '@diemcau/domain/live';
import { IconAlertTriangle } from '@tabler/icons-react';

import { useAnnounceChange, useWords } from '../ui/index.ts';
import { useWarningWords } from './use-warnings.ts';
import { soundWords } from './words.ts';

/** What is wrong in a word each, for a desk. */
export const WarningLine = ({ warnings }: { warnings: readonly SoundWarning[] }) => {
  const said = useWarningWords();
  if (warnings.length === 0) return null;
  return (
    <p className="sound-line small">
      <IconAlertTriangle size={15} stroke={2} aria-hidden />
      <span>{warnings.map((warning) => said(warning).what).join(' · ')}</span>
    </p>
  );
};

export type SiteWarnings = { readonly name: string; readonly warnings: readonly SoundWarning[] };

/** The same across a desk that shows no microphones. */
export const WarningBand = ({ sites }: { sites: readonly SiteWarnings[] }) => {
  const words = useWords(soundWords);
  const said = useWarningWords();
  const troubled = sites.filter(({ warnings }) => warnings.length > 0);
  // The length grows each second and is not said again.
  const kinds = troubled.map(({ name, warnings }) => words.at(name, warnings.map(({ kind }) => kind).join()));
  useAnnounceChange(kinds.length === 0 ? null : troubled.map(({ name }) => name).join(', '), 'polite');
  if (troubled.length === 0) return null;
  return (
    <ul className="sound-band" aria-label={words.label}>
      {troubled.map(({ name, warnings }) => (
        <li key={name}>
          <IconAlertTriangle size={18} stroke={2} aria-hidden />
          <span>{words.at(name, warnings.map((warning) => said(warning).what).join(' · '))}</span>
        </li>
      ))}
    </ul>
  );
};

/** For those in the room: what is wrong and what to do. */
export const WarningCard = ({ warnings }: { warnings: readonly SoundWarning[] }) => {
  const words = useWords(soundWords);
  const said = useWarningWords();
  const kinds = warnings.map(({ kind }) => kind).join();
  const [first] = warnings;
  useAnnounceChange(first ? said(first).how : null, kinds.includes('silent') ? 'assertive' : 'polite');
  if (warnings.length === 0) return null;
  return (
    <ul className="sound-card" aria-label={words.label}>
      {warnings.map((warning) => {
        const { what, how } = said(warning);
        return (
          <li key={warning.kind}>
            <IconAlertTriangle size={20} stroke={2} aria-hidden />
            <span>
              <b>{what.charAt(0).toUpperCase() + what.slice(1)}.</b> {how}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
