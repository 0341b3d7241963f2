import { describe, expect, it } from 'vitest';
import { given as story, hall, later, pollingNo, refuses, site, yields } from '../kernel/given.fixture.ts';
import type { Layout } from '../kernel/index.ts';
import { pausing, ProgrammeCommand, programme, programmeWithoutPreview, redactProgramme, stopping } from './index.ts';
import type { PollingMode, PollingPause, ProgrammeEvent, ProgrammeFacts, Source } from './index.ts';

const facts = (changed: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => [0, 1, 2, 3].map(site).includes(siteId),
  speakingSiteId: null,
  hasTurn: false,
  isRollCallOpen: false,
  ...changed,
});
const pollingId = pollingNo(1);
const open = (...events: readonly (ProgrammeEvent | ReturnType<typeof later>)[]) =>
  story(programme, facts(), ...events);
const among = (changed: Partial<ProgrammeFacts>, ...events: readonly ProgrammeEvent[]) =>
  story(programme, facts(changed), ...events);

const start = (mode: PollingMode = 'onAir', numbers = [1, 2, 3], repeat = false) =>
  ({ type: 'programme.startPolling', pollingId, mode, siteIds: numbers.map(site), seconds: 10, repeat }) as const;
const step = (move: number, ...absent: number[]) =>
  ({ type: 'programme.stepPolling', pollingId, move, absent: absent.map(site) }) as const;
const pause = { type: 'programme.pausePolling', pollingId } as const;
const goOn = { type: 'programme.resumePolling', pollingId } as const;
const stop = { type: 'programme.stopPolling', pollingId } as const;
const jump = (move: number, place: number) => ({ type: 'programme.jumpPolling', pollingId, move, place }) as const;

const started = (
  mode: PollingMode = 'onAir',
  changed: Partial<{ repeat: boolean; followed: boolean }> = {},
): ProgrammeEvent => ({
  type: 'pollingStarted',
  pollingId,
  mode,
  siteIds: [1, 2, 3].map(site),
  seconds: 10,
  repeat: false,
  followed: true,
  ...changed,
});
const stepped = (move: number, place: number | null, ...over: number[]): ProgrammeEvent => ({
  type: 'pollingStepped',
  pollingId,
  move,
  place,
  passedOver: over.map(site),
  seconds: 10,
});
const shown = (n: number, polling: 'onAir' | 'rollCall' = 'onAir'): ProgrammeEvent => ({
  type: 'pictureCut',
  source: { kind: 'site', siteId: site(n) },
  polling,
});
const previewed = (n: number): ProgrammeEvent => ({ type: 'previewSet', source: { kind: 'site', siteId: site(n) } });
const mode = (set: 'follow' | 'manual'): ProgrammeEvent => ({ type: 'programmeModeSet', mode: set });
const paused = (reason: PollingPause): ProgrammeEvent => ({
  type: 'pollingPaused',
  pollingId,
  reason,
});
const stopped = (reason: 'operator' | 'done' | 'nobody'): ProgrammeEvent => ({
  type: 'pollingStopped',
  pollingId,
  reason,
});
const cutTo = (source: Source): ProgrammeEvent => ({ type: 'pictureCut', source });
const resumed = (move: number): ProgrammeEvent => ({ type: 'pollingResumed', pollingId, move, followed: true });
const running = [started(), mode('manual'), stepped(1, 0), shown(1)] as const;

describe('P15: sites are shown one after another', () => {
  it('P15: a list is started, and steps through to its end', () => {
    expect(open().when(start())).toEqual(yields(started(), mode('manual')));
    expect(open(started(), mode('manual')).when(step(0))).toEqual(yields(stepped(1, 0), shown(1)));
    expect(open(...running).when(step(1))).toEqual(yields(stepped(2, 1), shown(2)));
    const last = open(...running, stepped(2, 1), shown(2), stepped(3, 2), shown(3));
    expect(last.when(step(3))).toEqual(yields(stepped(4, null), stopped('done'), mode('follow')));
  });

  it('P15: it goes round when it is asked to; never in a roll call', () => {
    const round = open(started('onAir', { repeat: true }), mode('manual'), stepped(3, 2), shown(3));
    expect(round.when(step(3))).toEqual(yields(stepped(4, 0), shown(1)));
    expect(among({ isRollCallOpen: true }).when(start('rollCall', [1, 2, 3], true))).toEqual(
      yields(started('rollCall'), mode('manual')),
    );
  });

  it('P15: in preview it moves the preview of the desks, and takes nothing over', () => {
    expect(open().when(start('preview'))).toEqual(yields(started('preview')));
    expect(open(started('preview')).when(step(0))).toEqual(yields(stepped(1, 0), previewed(1)));
    expect(among({ phase: 'prepared' }).when(start('preview'))).toEqual(yields(started('preview')));
  });

  it('P15: one at a time, each site once, and only those of the conference', () => {
    expect(open(...running).when({ ...start(), pollingId: pollingNo(2) })).toEqual(refuses('programme.polling_exists'));
    expect(open(...running).when(start())).toEqual(yields());
    expect(open().when(start('onAir', [1, 2, 1]))).toEqual(refuses('programme.polling_twice'));
    expect(open().when(start('onAir', [1, 99]))).toEqual(refuses('programme.site_not_invited'));
  });

  it('P15: a list has 1 to 200 sites and 10 to 120 s for each', () => {
    const many = Array.from({ length: 201 }, (_, n) => site(n));
    for (const wrong of [{ siteIds: [] }, { siteIds: many }, { seconds: 9 }, { seconds: 121 }, { seconds: 10.5 }])
      expect(ProgrammeCommand.safeParse({ ...start(), ...wrong }).success).toBe(false);
    for (const right of [{ siteIds: many.slice(1) }, { seconds: 10 }, { seconds: 120 }])
      expect(ProgrammeCommand.safeParse({ ...start(), ...right }).success).toBe(true);
  });

  it('P15: its events and its state are the desks own; the picture is for all', () => {
    for (const event of [started(), stepped(1, 0), paused('operator'), stopped('done')])
      expect(redactProgramme(event)).toBeNull();
    expect(redactProgramme(shown(1))).toEqual(shown(1));
    expect(programmeWithoutPreview(open(...running).state).polling).toBeNull();
  });
});

describe('P16: whose the picture is', () => {
  it('P16: on air it starts and goes on only in an open conference in which nobody speaks', () => {
    for (const phase of ['prepared', 'paused'] as const)
      expect(among({ phase }).when(start())).toEqual(refuses('programme.not_open'));
    expect(among({ hasTurn: true }).when(start())).toEqual(refuses('programme.somebody_speaks'));
    expect(among({ hasTurn: true }, ...running, paused('speech'), mode('follow')).when(goOn)).toEqual(
      refuses('programme.somebody_speaks'),
    );
    expect(among({ hasTurn: true }).when(start('preview')).ok).toBe(true);
    for (const phase of ['absent', 'closed'] as const)
      expect(among({ phase }).when(start('preview'))).toEqual(refuses('programme.closed'));
  });

  it('P16: the operator holds its picture and goes on with the next', () => {
    expect(open(...running).when(pause)).toEqual(yields(paused('operator')));
    const held = open(...running, paused('operator'));
    expect(held.when(pause)).toEqual(yields());
    expect(held.when(goOn)).toEqual(yields(resumed(2)));
    expect(open(...running).when(goOn)).toEqual(yields());
    const on = open(...running, paused('operator'), resumed(2));
    expect(on.when(step(2))).toEqual(yields(stepped(3, 1), shown(2)));
  });

  it('P16: a speech takes the picture, which follows the floor again; then the same site is shown once more', () => {
    expect(pausing(open(...running).state, 'speech')).toEqual([paused('speech'), mode('follow')]);
    expect(pausing(open(...running, paused('operator')).state, 'speech')).toEqual([paused('speech'), mode('follow')]);
    const by = { followed: false };
    const manual = open(mode('manual'), started('onAir', by), stepped(1, 0), shown(1));
    expect(pausing(manual.state, 'pause')).toEqual([paused('pause')]);
    const after = open(...running, paused('speech'), mode('follow'));
    expect(pausing(after.state, 'speech')).toEqual([]);
    expect(after.when(goOn)).toEqual(yields(resumed(2), mode('manual')));
    expect(after.state.polling).toMatchObject({ nextPlace: 0 });
  });

  it('P16: a cut by hand suspends it and keeps the picture', () => {
    const source = { kind: 'site', siteId: site(3) } as const;
    expect(open(...running).when({ type: 'programme.cut', source })).toEqual(yields(paused('hand'), cutTo(source)));
    const same = { kind: 'site', siteId: site(1) } as const;
    expect(open(...running).when({ type: 'programme.cut', source: same })).toEqual(yields(paused('hand'), cutTo(same)));
    expect(stopping(open(...running, paused('hand')).state, 'operator')).toEqual([stopped('operator')]);
  });

  it('P16: so does giving back; a preview by hand suspends one in preview only', () => {
    expect(open(...running).when({ type: 'programme.follow' })).toEqual(yields(paused('hand'), mode('follow')));
    const source = { kind: 'site', siteId: site(3) } as const;
    expect(open(...running).when({ type: 'programme.preview', source })).toEqual(yields(previewed(3)));
    const inPreview = open(started('preview'), stepped(1, 0), previewed(1));
    expect(inPreview.when({ type: 'programme.preview', source })).toEqual(yields(paused('hand'), previewed(3)));
    expect(inPreview.when({ type: 'programme.follow' })).toEqual(yields());
  });

  it('P16: stopped by hand, the picture follows the floor if it did before', () => {
    expect(open(...running).when(stop)).toEqual(yields(stopped('operator'), mode('follow')));
    expect(open().when(stop)).toEqual(yields());
    for (const command of [pause, goOn, jump(0, 0)])
      expect(open().when(command)).toEqual(refuses('programme.no_polling'));
  });
});

describe('P15, P16: a polling and the layout', () => {
  const one: Layout = { kind: 'one' };
  const beside: Layout = { kind: 'hallBeside' };
  const title: Layout = { kind: 'title', card: 'break' };
  const from = (n: number): Source => ({ kind: 'site', siteId: site(n) });
  const laidOut = (source: Source, layout: Layout, polling?: 'onAir'): ProgrammeEvent =>
    polling ? { type: 'layoutCut', source, layout, polling } : { type: 'layoutCut', source, layout };

  it('P15: a title card gives way to one picture, which is the polling’s; the hall stays beside it', () => {
    const covered = open(laidOut(from(1), title), started(), mode('manual'));
    expect(covered.when(step(0))).toEqual(yields(stepped(1, 0), laidOut(from(1), one, 'onAir')));
    const shownNow = open(laidOut(from(1), title), started(), mode('manual'), laidOut(from(1), one, 'onAir'));
    expect(shownNow.state.shownBy).toBe('onAir');
    const two = open(laidOut(from(3), beside), started(), mode('manual'));
    expect(two.when(step(0))).toEqual(yields(stepped(1, 0), shown(1)));
  });

  it('P15: so does one that is previewed', () => {
    const source = { kind: 'title' } as const;
    const covered = open({ type: 'layoutPreviewed', source, layout: title }, started('preview'));
    const expected: ProgrammeEvent = { type: 'layoutPreviewed', source: from(1), layout: one };
    expect(covered.when(step(0))).toEqual(yields(stepped(1, 0), expected));
  });

  it('P16: laid out beside the hall it goes on and is still its own; hidden, it is suspended', () => {
    const lay = (layout: Layout) => open(...running).when({ type: 'programme.layout', layout });
    expect(lay(beside)).toEqual(yields(laidOut(from(1), beside, 'onAir')));
    expect(lay(title)).toEqual(yields(paused('layout'), mode('follow'), laidOut(from(1), title)));
    expect(open(...running, paused('layout'), laidOut(from(1), title)).state.shownBy).toBeNull();
  });

  it('P16: a cut by hand to a layout suspends it, and the picture is its own no more', () => {
    const cut = open(...running).when({ type: 'programme.cut', source: from(1), layout: beside });
    expect(cut).toEqual(yields(paused('hand'), laidOut(from(1), beside)));
    expect(open(...running, paused('hand'), laidOut(from(1), beside)).state.shownBy).toBeNull();
  });

  it('P16: another layout of its preview leaves one in preview, another source and what hides it do not', () => {
    const inPreview = open(started('preview'), stepped(1, 0), previewed(1));
    const lay = (source: Source, layout: Layout) => inPreview.when({ type: 'programme.preview', source, layout });
    const preview = (source: Source, layout: Layout): ProgrammeEvent => ({ type: 'layoutPreviewed', source, layout });
    expect(lay(from(1), beside)).toEqual(yields(preview(from(1), beside)));
    expect(lay(from(2), beside)).toEqual(yields(paused('hand'), preview(from(2), beside)));
    expect(lay(from(1), title)).toEqual(yields(paused('hand'), preview(from(1), title)));
  });
});

describe('P17: steps', () => {
  it('P17: a step that was due before somebody paused or went elsewhere has no effect', () => {
    expect(open(...running).when(step(0))).toEqual(yields());
    expect(open(...running, paused('operator')).when(step(1))).toEqual(yields());
    expect(open().when(step(1))).toEqual(yields());
  });

  it('P17: going to a site carries the step that the page saw', () => {
    const moved: ProgrammeEvent = { type: 'pollingMoved', pollingId, move: 2, place: 2 };
    expect(open(...running).when(jump(1, 2))).toEqual(yields(moved));
    expect(open(...running).when(jump(0, 2))).toEqual(refuses('programme.polling_moved'));
    expect(open(...running).when(jump(1, 3))).toEqual(refuses('programme.polling_no_site'));
    expect(open(...running, moved).when(step(2))).toEqual(yields(stepped(3, 2), shown(3)));
    expect(open(...running, moved).when(step(1))).toEqual(yields());
  });

  it('P17: who is missing is passed over and named, until shown after all', () => {
    expect(open(...running).when(step(1, 2))).toEqual(yields(stepped(2, 2, 2), shown(3)));
    const lost = { type: 'sourceLost', siteId: site(2) } as const;
    expect(open(...running, lost).when(step(1))).toEqual(yields(stepped(2, 2, 2), shown(3)));
    const over = open(...running, stepped(2, 2, 2), shown(3));
    expect(over.state.polling?.passedOver).toEqual([site(2)]);
    expect(open(...running, stepped(2, 2, 2), stepped(3, 1)).state.polling?.passedOver).toEqual([]);
  });

  it('P17: with nobody there it stops', () => {
    expect(open(started(), mode('manual')).when(step(0, 1, 2, 3))).toEqual(
      yields(stepped(1, null, 1, 2, 3), stopped('nobody'), mode('follow')),
    );
    const round = open(started('preview', { repeat: true }), stepped(1, 0));
    expect(round.when(step(1, 1, 2, 3))).toEqual(yields(stepped(2, null, 2, 3, 1), stopped('done')));
  });

  it('P17: when a site came is known, for the time that is left', () => {
    const { state, now } = open(started(), later(700), stepped(1, 0));
    expect(state.polling).toMatchObject({ place: 0, shownAt: now, move: 1 });
  });
});

describe('P18: roll call on air', () => {
  it('P18: it needs an open roll call, and says of its pictures what they are for', () => {
    expect(open().when(start('rollCall'))).toEqual(refuses('programme.no_roll_call'));
    const asked = among({ isRollCallOpen: true }, started('rollCall'), mode('manual'));
    expect(asked.when(step(0))).toEqual(yields(stepped(1, 0), shown(1, 'rollCall')));
    expect(open(shown(1, 'rollCall')).state.shownBy).toBe('rollCall');
    expect(open(shown(1, 'rollCall'), { type: 'pictureCut', source: { kind: 'title' } }).state.shownBy).toBeNull();
  });
});
