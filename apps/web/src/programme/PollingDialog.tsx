import type { PollingMode } from '@diemcau/domain/programme';
import { useState } from 'react';

import { CheckField, FormDialog, SelectField, useFormats, useWords } from '../ui/index.ts';
import { minutesFor, POLLING_SECONDS } from './polling.ts';
import type { WallFilter } from './wall.ts';
import { programmeWords } from './words.ts';

export type PollingPlan = { readonly mode: PollingMode; readonly seconds: number; readonly repeat: boolean };

export type PollingDialogProps = {
  filter: WallFilter;
  onFilter: (filter: WallFilter) => void;
  /** How many sites the filter lets through, and how many of them are polled; null while they are asked for. */
  found: { readonly total: number; readonly polled: number } | null;
  /** Which modes can begin now. */
  may: Readonly<Record<PollingMode, boolean>>;
  onStart: (plan: PollingPlan) => Promise<unknown>;
  onClose: () => void;
};

const FILTERS: readonly WallFilter[] = ['present', 'all', 'unspoken', 'asking', 'favourites'];
const MODES: readonly PollingMode[] = ['preview', 'onAir', 'rollCall'];

/** Which sites are polled, where they are seen, and for how long. */
export const PollingDialog = ({ filter, onFilter, found, may, onStart, onClose }: PollingDialogProps) => {
  const { polling: words, wall } = useWords(programmeWords);
  const { count } = useFormats();
  const [mode, setMode] = useState<PollingMode>(may.rollCall ? 'rollCall' : 'preview');
  const [seconds, setSeconds] = useState('15');
  const [repeat, setRepeat] = useState(false);
  const said = () => {
    if (found === null) return words.asking;
    if (found.polled === 0) return words.nobody;
    const minutes = count(minutesFor(found.polled, Number(seconds)));
    if (found.polled < found.total) return words.someOf(count(found.polled), count(found.total), minutes);
    return words.all(count(found.polled), minutes);
  };
  return (
    <FormDialog
      title={words.title}
      close={words.close}
      save={words.start}
      canSave={found !== null && found.polled > 0}
      onClose={onClose}
      onSave={() => onStart({ mode, seconds: Number(seconds), repeat })}
    >
      <SelectField
        label={words.where}
        value={mode}
        onChange={setMode}
        hint={words.modeHint[mode]}
        choices={MODES.map((value) => ({ value, label: words.mode[value], disabled: !may[value] }))}
      />
      <SelectField
        label={words.which}
        value={filter}
        onChange={onFilter}
        hint={said()}
        choices={FILTERS.map((value) => ({ value, label: wall.filter[value] }))}
      />
      <SelectField
        label={words.long}
        value={seconds}
        onChange={setSeconds}
        choices={POLLING_SECONDS.map((each) => ({ value: String(each), label: words.seconds(String(each)) }))}
      />
      {mode !== 'rollCall' && <CheckField label={words.repeat} checked={repeat} onChange={setRepeat} />}
    </FormDialog>
  );
};
