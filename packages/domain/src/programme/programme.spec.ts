import { describe, expect, it } from 'vitest';
import { given as story, hall, refuses, site, yields } from '../kernel/given.fixture.ts';
import { FULL_LINE, type SiteLine } from '../kernel/index.ts';
import { dueOnAir, programme, programmeWithoutPreview, redactProgramme, sameSource } from './index.ts';
import type { ProgrammeCommand, ProgrammeEvent, ProgrammeFacts, Source } from './index.ts';

const title: Source = { kind: 'title' };
const from = (n: number): Source => ({ kind: 'site', siteId: site(n) });
const facts = (changed: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => [0, 1, 2, 3].map(site).includes(siteId),
  speakingSiteId: null,
  hasTurn: false,
  isRollCallOpen: false,
  ...changed,
});
const open = (...events: readonly ProgrammeEvent[]) => story(programme, facts(), ...events);
const inPhase = (phase: ProgrammeFacts['phase'], ...events: readonly ProgrammeEvent[]) =>
  story(programme, facts({ phase }), ...events);

const preview = (source: Source): ProgrammeCommand => ({ type: 'programme.preview', source });
const cut = (source: Source): ProgrammeCommand => ({ type: 'programme.cut', source });
const takeOver: ProgrammeCommand = { type: 'programme.takeOver' };
const follow: ProgrammeCommand = { type: 'programme.follow' };
const lowerThird = (shown: boolean): ProgrammeCommand => ({ type: 'programme.lowerThird', shown });
const report = (what: 'reportMissing' | 'reportBack', n: number): ProgrammeCommand => ({
  type: `programme.${what}`,
  siteId: site(n),
});
const previewed = (source: Source): ProgrammeEvent => ({ type: 'previewSet', source });
const pictured = (source: Source): ProgrammeEvent => ({ type: 'pictureCut', source });
const mode = (set: 'follow' | 'manual'): ProgrammeEvent => ({ type: 'programmeModeSet', mode: set });
const lost = (n: number): ProgrammeEvent => ({ type: 'sourceLost', siteId: site(n) });
const back = (n: number): ProgrammeEvent => ({ type: 'sourceBack', siteId: site(n) });

describe('P1: one picture at a time', () => {
  it('P1: it is a site, the hall among them, or the title card', () => {
    expect(programme.initial).toMatchObject({ mode: 'follow', onAir: title, preview: title, lowerThird: true });
    expect(open(pictured(from(1)), pictured(from(2))).state.onAir).toEqual(from(2));
  });

  it('P1: two names of one picture are the same', () => {
    expect(sameSource(from(1), from(1))).toBe(true);
    expect(sameSource(title, title)).toBe(true);
    expect(sameSource(from(1), from(2))).toBe(false);
    expect(sameSource(from(1), title)).toBe(false);
    expect(sameSource(title, from(1))).toBe(false);
  });
});

describe('P2: the picture follows the floor', () => {
  it('P2: the site that speaks is on air, between speeches the hall', () => {
    const { state } = open();
    expect(dueOnAir(state, facts({ speakingSiteId: site(2) }))).toEqual(from(2));
    expect(dueOnAir(state, facts())).toEqual(from(0));
  });
});

describe('P3: the operator takes over, and gives back', () => {
  it('P3: a cut takes over', () => {
    expect(open().when(cut(from(1)))).toEqual(yields(mode('manual'), pictured(from(1))));
    expect(open(mode('manual')).when(cut(from(1)))).toEqual(yields(pictured(from(1))));
    expect(open(mode('manual')).when(cut(title))).toEqual(yields());
    expect(open(pictured(from(1))).when(cut(from(1)))).toEqual(yields(mode('manual')));
  });

  it('P3: taken over, the picture stays whoever speaks', () => {
    const { state } = open(mode('manual'), pictured(from(3)));
    expect(dueOnAir(state, facts({ speakingSiteId: site(2) }))).toEqual(from(3));
    expect(dueOnAir(state, facts())).toEqual(from(3));
  });

  it('P3: taking over and following are said once', () => {
    expect(open().when(takeOver)).toEqual(yields(mode('manual')));
    expect(open(mode('manual')).when(takeOver)).toEqual(yields());
    expect(open(mode('manual')).when(follow)).toEqual(yields(mode('follow')));
    expect(open().when(follow)).toEqual(yields());
  });

  it('P3: following again, the picture is due to the floor at once', () => {
    const { state } = open(mode('manual'), pictured(from(3)), mode('follow'));
    expect(dueOnAir(state, facts({ speakingSiteId: site(2) }))).toEqual(from(2));
  });
});

describe('P4: the preview is for the desks', () => {
  it.each(['prepared', 'open', 'paused'] as const)('P4: it is chosen while the conference is %s', (phase) => {
    expect(inPhase(phase).when(preview(from(1)))).toEqual(yields(previewed(from(1))));
  });

  it('P4: it changes nothing of what the rooms see', () => {
    expect(open(pictured(from(1)), previewed(from(2))).state.onAir).toEqual(from(1));
    expect(open(previewed(from(2))).when(preview(from(2)))).toEqual(yields());
  });

  it('P4: no other class learns of it', () => {
    expect(redactProgramme(previewed(from(2)))).toBeNull();
    expect(redactProgramme(pictured(from(2)))).toEqual(pictured(from(2)));
    expect(programmeWithoutPreview(open(previewed(from(2))).state)).toEqual(programme.initial);
  });
});

describe('P5: phases and the picture', () => {
  it.each(['absent', 'prepared', 'closed'] as const)('P5: while it is %s the title card is due', (phase) => {
    const { state } = open(mode('manual'), pictured(from(1)));
    expect(dueOnAir(state, facts({ phase, speakingSiteId: site(1) }))).toEqual(title);
  });

  it('P5: a pause leaves the hall on air, also when the operator had taken over', () => {
    const paused = facts({ phase: 'paused', speakingSiteId: site(1) });
    expect(dueOnAir(open().state, paused)).toEqual(from(0));
    expect(dueOnAir(open(mode('manual'), pictured(from(1))).state, paused)).toEqual(from(0));
    expect(dueOnAir(open(lost(0)).state, paused)).toEqual(title);
  });
});

describe('P6: a missing source', () => {
  it('P6: the hall replaces a missing site, the title card a missing hall', () => {
    expect(dueOnAir(open(lost(2)).state, facts({ speakingSiteId: site(2) }))).toEqual(from(0));
    expect(dueOnAir(open(lost(2), lost(0)).state, facts({ speakingSiteId: site(2) }))).toEqual(title);
    expect(dueOnAir(open(lost(0)).state, facts())).toEqual(title);
    expect(dueOnAir(open(mode('manual'), pictured(from(2)), lost(2)).state, facts())).toEqual(from(0));
    expect(dueOnAir(open(lost(0)).state, facts({ speakingSiteId: site(2) }))).toEqual(from(2));
    expect(dueOnAir(open().state, facts({ hallId: null }))).toEqual(title);
  });

  it('P6: it is reported once, and so is its return', () => {
    expect(open().when(report('reportMissing', 1))).toEqual(yields(lost(1)));
    expect(open(lost(1)).when(report('reportMissing', 1))).toEqual(yields());
    expect(open(lost(1)).when(report('reportBack', 1))).toEqual(yields(back(1)));
    expect(open().when(report('reportBack', 1))).toEqual(yields());
    expect(open(lost(1), lost(1), lost(2), back(1)).state.lost).toEqual([site(2)]);
  });
});

describe('P21: the line of who is on air', () => {
  const weak = { down: 'sound', up: 'still' } as const;
  const note = (n: number, line: SiteLine | null): ProgrammeCommand => ({
    type: 'programme.noteLine',
    siteId: site(n),
    line,
  });
  const noted = (n: number, line: SiteLine | null): ProgrammeEvent => ({ type: 'lineNoted', siteId: site(n), line });

  it('P21: is told when it changes, and no more once it is good or its site off air', () => {
    expect(open().when(note(1, FULL_LINE))).toEqual(yields());
    expect(open().when(note(1, null))).toEqual(yields());
    expect(open().when(note(1, weak))).toEqual(yields(noted(1, weak)));
    expect(open(noted(1, weak)).when(note(1, weak))).toEqual(yields());
    expect(open(noted(1, weak)).when(note(1, FULL_LINE))).toEqual(yields(noted(1, FULL_LINE)));
    expect(open(noted(1, weak)).when(note(1, null))).toEqual(yields(noted(1, null)));
    expect(open(noted(1, weak), noted(2, weak), noted(1, null)).state.lines).toEqual({ [site(2)]: weak });
    expect(open(noted(1, weak), noted(1, FULL_LINE)).state.lines).toEqual({});
  });
});

describe('P7: what cannot be cut to', () => {
  it('P7: a missing site', () => {
    expect(open(lost(1)).when(cut(from(1)))).toEqual(refuses('programme.source_lost'));
    expect(open(lost(1), back(1)).when(cut(from(1))).ok).toBe(true);
  });

  it('P7: a site that is not part of the conference, nor is it previewed', () => {
    expect(open().when(cut(from(99)))).toEqual(refuses('programme.site_not_invited'));
    expect(open().when(preview(from(99)))).toEqual(refuses('programme.site_not_invited'));
  });

  it.each(['prepared', 'paused'] as const)('P7: anything while the conference is %s', (phase) => {
    expect(inPhase(phase).when(cut(from(1)))).toEqual(refuses('programme.not_open'));
    expect(inPhase(phase).when(cut(title))).toEqual(refuses('programme.not_open'));
  });

  it.each(['absent', 'closed'] as const)('P7: nothing is done while the conference is %s', (phase) => {
    const commands = [
      preview(from(1)),
      cut(title),
      takeOver,
      follow,
      lowerThird(false),
      report('reportMissing', 1),
      report('reportBack', 1),
    ];
    for (const command of commands) expect(inPhase(phase).when(command)).toEqual(refuses('programme.closed'));
  });
});

describe('P8: the lower third', () => {
  it('P8: it is shown and hidden, said once', () => {
    const set = (shown: boolean): ProgrammeEvent => ({ type: 'lowerThirdSet', shown });
    expect(open().when(lowerThird(false))).toEqual(yields(set(false)));
    expect(open(set(false)).when(lowerThird(false))).toEqual(yields());
    expect(open(set(false)).when(lowerThird(true))).toEqual(yields(set(true)));
    expect(open(set(false)).state.lowerThird).toBe(false);
  });

  it('P8: hidden, it stays so through a cut and a change of who leads the picture', () => {
    const set: ProgrammeEvent = { type: 'lowerThirdSet', shown: false };
    const hidden = open(set, { type: 'programmeModeSet', mode: 'manual' }, { type: 'pictureCut', source: from(1) });
    for (const command of [cut(from(2)), follow]) {
      const decided = hidden.when(command);
      expect(decided).toMatchObject({ ok: true, value: [expect.anything()] });
      expect(decided.ok && decided.value).not.toContainEqual(expect.objectContaining({ type: 'lowerThirdSet' }));
    }
    expect(hidden.state).toMatchObject({ lowerThird: false, onAir: from(1) });
  });
});
