import { initialLive, type Live } from '@diemcau/domain/live';
import { describe, expect, it } from 'vitest';

import { asksFirst, phaseActs, phaseCommand, phaseView } from './phase.ts';

describe('phases', () => {
  it.each([
    ['prepared', ['open', 'rehearse']],
    ['open', ['pause', 'close']],
    ['paused', ['resume', 'close']],
    ['closed', []],
    ['absent', []],
  ] as const)('%s may be followed by %j (prepared → open ⇄ paused → closed)', (status, acts) => {
    expect(phaseActs(status)).toEqual(acts);
  });

  it('asks once before what changes the whole conference', () => {
    expect((['open', 'pause', 'resume', 'close'] as const).filter(asksFirst)).toEqual(['open', 'pause', 'close']);
  });

  it('names its command', () => {
    expect(phaseCommand('pause')).toEqual({ type: 'conference.pause' });
  });

  it('is not known before the first snapshot', () => {
    const unknown: Live = initialLive;
    expect(phaseView(unknown)).toBeNull();
  });
});
