import './Desk.css';
import type { Live } from '@diemcau/domain/live';
import type { AttendanceFrame } from '@diemcau/domain/wire';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';

import { Button, Dialog, useWords } from '../ui/index.ts';
import { deskNumbers } from './desk-numbers.ts';
import { deskWords } from './desk-words.ts';
import { Part } from './DeskFigures.tsx';
import { DeskProvinces } from './DeskProvinces.tsx';

const Line = ({ label, part, whole }: { label: string; part: number; whole: number }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <Part part={part} whole={whole} />
    </dd>
  </div>
);

/** Two lines for a desk's panel, and the provinces in a window; nothing before anybody was asked or noted. */
export const DeskSummary = ({ live, totals }: { live: Live; totals: AttendanceFrame | null }) => {
  const words = useWords(deskWords);
  const [isShown, show] = useState(false);
  const asked = live.attendance.rollCall !== null;
  if (totals === null || (!asked && totals.summoned === 0)) return null;
  const numbers = deskNumbers(totals, live);
  return (
    <div className="at-summary">
      <dl>
        {asked && <Line label={words.summary.sites} part={numbers.answered} whole={numbers.invited} />}
        <Line label={words.summary.people} part={numbers.present} whole={numbers.summoned} />
      </dl>
      <Button size="small" icon={IconListCheck} wide onPress={() => show(true)}>
        {words.summary.byProvince}
      </Button>
      <Dialog
        open={isShown}
        title={words.provinces.label}
        onClose={() => show(false)}
        actions={<Button onPress={() => show(false)}>{words.dismiss}</Button>}
      >
        <div className="at-provinces-window">
          <DeskProvinces provinces={numbers.provinces} asked={asked} onShow={null} />
        </div>
      </Dialog>
    </div>
  );
};
