import './LayoutBar.css';
import {
  IconCoffee,
  IconGrid3x3,
  IconLayoutColumns,
  IconLayoutGrid,
  IconLayersSubtract,
  IconPresentation,
  IconRosette,
  IconSquare,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { layoutWords } from '../live/layout-words.ts';
import { Button, useWords } from '../ui/index.ts';
import { LAYOUT_CHOICES, type LayoutChoice } from './layouts.ts';
import { programmeWords } from './words.ts';

export const LAYOUT_KEYS: Readonly<Record<LayoutChoice, string>> = {
  one: 'Q',
  hallBeside: 'W',
  content: 'D',
  mosaic4: 'E',
  mosaic9: 'R',
  break: 'Y',
  emblem: 'U',
};
/** Sets the layout of the preview on air and leaves the source. */
export const LAY_OUT_KEY = 'G';

const ICONS = {
  one: IconSquare,
  hallBeside: IconLayoutColumns,
  content: IconPresentation,
  mosaic4: IconLayoutGrid,
  mosaic9: IconGrid3x3,
  break: IconCoffee,
  emblem: IconRosette,
} as const;

export type LayoutBarProps = {
  previewed: LayoutChoice | null;
  onAir: LayoutChoice | null;
  onChoose: (choice: LayoutChoice) => Promise<unknown>;
  /** Null: nothing would change, or the conference is not open. */
  onLayOut: (() => Promise<unknown>) | null;
  /** What else may be put on air. */
  children?: ReactNode;
};

/** How the picture is divided: chosen for the preview, then cut to, or set while the source goes on. */
export const LayoutBar = ({ previewed, onAir, onChoose, onLayOut, children }: LayoutBarProps) => {
  const words = useWords(programmeWords).layout;
  const names = useWords(layoutWords);
  const label = (choice: LayoutChoice) =>
    choice === 'break' || choice === 'emblem' ? names.shortCard[choice] : names.short[choice];
  return (
    <div className="pg-layouts" role="group" aria-label={names.title}>
      {LAYOUT_CHOICES.map((choice) => (
        <Button
          key={choice}
          size="small"
          tone="quiet"
          icon={ICONS[choice]}
          shortcut={LAYOUT_KEYS[choice]}
          pressed={previewed === choice}
          className={onAir === choice ? 'on-air' : ''}
          onPress={() => onChoose(choice)}
        >
          {label(choice)}
          {onAir === choice && <span className="hidden-text"> ({words.onAir})</span>}
        </Button>
      ))}
      {children}
      {(previewed === 'mosaic4' || previewed === 'mosaic9') && <p className="small muted">{words.hint}</p>}
      <Button
        size="small"
        icon={IconLayersSubtract}
        shortcut={LAY_OUT_KEY}
        className="pg-lay-out"
        disabled={onLayOut === null}
        onPress={() => onLayOut?.()}
      >
        {words.layOut}
      </Button>
    </div>
  );
};
