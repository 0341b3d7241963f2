import { describe, expect, it } from 'vitest';
import { seatNo } from '../kernel/given.fixture.ts';
import {
  AskHelpBody,
  CHECK_PARTS,
  EnterChecksBody,
  HELP_PASSES_ON_MS,
  helpIsAt,
  isChecked,
  isReady,
  isWeak,
  whyNotAnswer,
  whyNotEnd,
  whyNotPass,
  whyNotTake,
  worstFirst,
  type Help,
  type ProvinceReadiness,
} from './index.ts';

const [mine, theirs] = [seatNo(1), seatNo(2)];
const T0 = 1_000_000;
const takenBy = (seatId: typeof mine, isCentre = false): Help['takenBy'] => ({ seatId, isCentre, name: null, at: T0 });
const open = { takenBy: null, end: null, passedAt: null, dueAt: T0 + HELP_PASSES_ON_MS };
const ended = { how: 'withdrawn', at: T0 } as const;

describe('where a request is', () => {
  it('H2: untaken it is the province’s for two minutes, then the centre’s', () => {
    expect(HELP_PASSES_ON_MS).toBe(120_000);
    expect(helpIsAt(open, T0 + 119_999)).toBe('province');
    expect(helpIsAt(open, T0 + 120_000)).toBe('centre');
    expect(helpIsAt({ ...open, passedAt: T0 + 1 }, T0 + 2)).toBe('centre');
  });

  it('H2: who has it taken keeps it, however late', () => {
    expect(helpIsAt({ ...open, takenBy: takenBy(mine) }, T0 + 999_999)).toBe('province');
    expect(helpIsAt({ ...open, takenBy: takenBy(mine, true) }, T0)).toBe('centre');
  });
});

describe('who may do what with it', () => {
  it('H3: taken from whom it was seen with, not from somebody else meanwhile', () => {
    expect(whyNotTake(open, mine, null)).toBeNull();
    expect(whyNotTake({ ...open, takenBy: takenBy(theirs) }, mine, null)).toBe('support.help_taken');
    expect(whyNotTake({ ...open, takenBy: takenBy(theirs) }, mine, theirs)).toBeNull();
    expect(whyNotTake({ ...open, takenBy: takenBy(mine) }, mine, null)).toBeNull();
    expect(whyNotTake({ ...open, end: ended }, mine, null)).toBe('support.help_ended');
  });

  it('H4: only who has taken it answers and solves', () => {
    const [own, others] = [
      { ...open, takenBy: takenBy(mine) },
      { ...open, takenBy: takenBy(theirs) },
    ];
    expect(whyNotAnswer(own, mine)).toBeNull();
    for (const not of [open, others]) {
      expect(whyNotAnswer(not, mine)).toBe('support.help_not_yours');
      expect(whyNotEnd(not, 'solved', mine)).toBe('support.help_not_yours');
      expect(whyNotEnd(not, 'withdrawn', mine)).toBeNull();
    }
    expect(whyNotEnd(own, 'solved', mine)).toBeNull();
  });

  it('H4: ended the same way again is done, the other way is refused', () => {
    expect(whyNotEnd({ ...open, end: ended }, 'withdrawn', mine)).toBe('done');
    expect(whyNotEnd({ ...open, end: ended }, 'solved', mine)).toBe('support.help_ended');
    expect(whyNotAnswer({ takenBy: takenBy(mine), end: ended }, mine)).toBe('support.help_ended');
    expect(whyNotPass({ ...open, end: ended })).toBe('support.help_ended');
  });

  it('H2: what the centre has is not passed on; what the province has is', () => {
    expect(whyNotPass(open)).toBeNull();
    expect(whyNotPass({ ...open, takenBy: takenBy(mine) })).toBeNull();
    expect(whyNotPass({ ...open, takenBy: takenBy(mine, true) })).toBe('support.help_taken');
  });
});

describe('readiness', () => {
  it('H8, H9: ready with five parts right, checked with five entered', () => {
    expect(isReady({ right: 5 })).toBe(true);
    expect(isReady({ right: 4 })).toBe(false);
    expect(isChecked({ right: 4, wrong: 1 })).toBe(true);
    expect(isChecked({ right: 4, wrong: 0 })).toBe(false);
  });

  const province = (code: string | null, more: Partial<ProvinceReadiness> = {}): ProvinceReadiness => ({
    code,
    name: null,
    sites: 10,
    ready: 10,
    wrong: 0,
    absent: 0,
    lost: 0,
    weak: 0,
    help: 0,
    helpAtCentre: 0,
    signedOff: null,
    ...more,
  });

  it('H7: worst first: calls at the centre, calls, lost, wrong, weak, not ready, absent; then by code', () => {
    const order = worstFirst([
      province('02'),
      province('01'),
      province(null),
      province('03', { absent: 2 }),
      province('04', { ready: 5 }),
      province('05', { wrong: 1, ready: 9 }),
      province('06', { lost: 1 }),
      province('09', { weak: 4 }),
      province('07', { help: 3 }),
      province('08', { help: 1, helpAtCentre: 1 }),
    ]);
    expect(order.map(({ code }) => code)).toEqual(['08', '07', '06', '05', '09', '04', '03', null, '01', '02']);
  });
});

describe('H14: a line that needs somebody', () => {
  const full = { down: 'full', up: 'full' } as const;
  it.each([
    ['all passes', { quality: 'good', steps: full }, false],
    ['nobody has measured it', { quality: 'unknown', steps: full }, false],
    ['poor by the media server', { quality: 'poor', steps: full }, true],
    ['the media are lost, the socket is not', { quality: 'lost', steps: full }, true],
    ['a small picture comes', { quality: 'good', steps: { ...full, down: 'small' } }, true],
    ['sound alone goes out', { quality: 'good', steps: { ...full, up: 'sound' } }, true],
  ] as const)('H14: %s', (_what, line, weak) => expect(isWeak(line)).toBe(weak));
});

describe('what pages send', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  it('H1: a kind of the list and at most one line', () => {
    expect(AskHelpBody.parse({ id, kind: 'line' }).note).toBe('');
    expect(AskHelpBody.parse({ id, kind: 'other', note: '  Mất  điện ' }).note).toBe('Mất điện');
    expect(AskHelpBody.safeParse({ id, kind: 'fire' }).success).toBe(false);
    expect(AskHelpBody.safeParse({ id, kind: 'other', note: 'ộ'.repeat(201) }).success).toBe(false);
    expect(AskHelpBody.safeParse({ id, kind: 'other', note: 'a\u0000b' }).success).toBe(false);
    expect(AskHelpBody.safeParse({ kind: 'other' }).success).toBe(false);
  });

  it('H8: each part once', () => {
    const all = CHECK_PARTS.map((part) => ({ part, right: true }));
    expect(EnterChecksBody.safeParse({ results: all }).success).toBe(true);
    for (const results of [[], [all[0], all[0]], [...all, all[0]], [{ part: 'smell', right: true }]])
      expect(EnterChecksBody.safeParse({ results }).success).toBe(false);
  });
});
