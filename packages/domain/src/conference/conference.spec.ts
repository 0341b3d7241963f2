import { describe, expect, it } from 'vitest';
import { given as story, hall, later, refuses, site, START, yields } from '../kernel/given.fixture.ts';
import { conference, ConferenceCommand, conferenceView, INVITE_BATCH, isInvited, redactConference } from './index.ts';
import type { ConferenceEvent } from './index.ts';

type Step = ConferenceEvent | ReturnType<typeof later>;
const given = (...steps: readonly Step[]) => story(conference, null, ...steps);

const startsAt = START + 3_600_000;
const prepare: ConferenceCommand = {
  type: 'conference.prepare',
  kind: 'conference',
  startsAt,
  hallId: hall,
  siteLimit: 3,
};
const prepared: ConferenceEvent = {
  type: 'conferencePrepared',
  kind: 'conference',
  startsAt,
  hallId: hall,
  siteLimit: 3,
};
const invite = (...numbers: number[]): ConferenceCommand => ({ type: 'conference.invite', siteIds: numbers.map(site) });
const uninvite = (...numbers: number[]): ConferenceCommand => ({
  type: 'conference.uninvite',
  siteIds: numbers.map(site),
});
const invited = (total: number, ...numbers: number[]): ConferenceEvent => ({
  type: 'sitesInvited',
  siteIds: numbers.map(site),
  total,
});
const opened: ConferenceEvent = { type: 'conferenceOpened' };
const paused: ConferenceEvent = { type: 'conferencePaused' };
const resumed: ConferenceEvent = { type: 'conferenceResumed' };
const closed: ConferenceEvent = { type: 'conferenceClosed' };

describe('C19: rehearsals', () => {
  const rehearse: ConferenceCommand = { type: 'conference.rehearse' };
  const end: ConferenceCommand = { type: 'conference.endRehearsal' };
  const begun = (no: number): ConferenceEvent => ({ type: 'rehearsalBegun', no });
  const ended = (no: number): ConferenceEvent => ({ type: 'rehearsalEnded', no });

  it('C19: begins and ends while it is prepared, as often as one likes, each with its number', () => {
    expect(given(prepared).when(rehearse)).toEqual(yields(begun(1)));
    expect(given(prepared, begun(1)).state).toMatchObject({ status: 'open', openedAt: START, rehearsal: { no: 1 } });
    expect(given(prepared, begun(1)).when(end)).toEqual(yields(ended(1)));
    expect(given(prepared, begun(1), paused).when(end)).toEqual(yields(ended(1)));
    expect(given(prepared, begun(1), ended(1)).state).toEqual({
      ...given(prepared).state,
      rehearsals: 1,
    });
    expect(given(prepared, begun(1), ended(1)).when(rehearse)).toEqual(yields(begun(2)));
    expect(given(prepared, begun(1), ended(1)).when({ type: 'conference.open' })).toEqual(yields(opened));
  });

  it('C19: during it nothing opens or ends, and the list of sites stands', () => {
    const during = given(prepared, begun(1));
    for (const command of [{ type: 'conference.open' }, { type: 'conference.close' }, invite(1), uninvite(1)] as const)
      expect(during.when(command)).toEqual(refuses('conference.rehearsing'));
    expect(during.when(rehearse)).toEqual(refuses('conference.already_rehearsing'));
    expect(during.when({ type: 'conference.pause' })).toEqual(yields(paused));
  });

  it('C19: none once it was opened, and none ends that never began', () => {
    expect(given(prepared, opened).when(rehearse)).toEqual(refuses('conference.already_open'));
    expect(given(prepared, opened, closed).when(rehearse)).toEqual(refuses('conference.closed'));
    expect(given().when(rehearse)).toEqual(refuses('conference.not_found'));
    for (const steps of [[prepared], [prepared, opened], [prepared, begun(1), ended(1)]])
      expect(given(...steps).when(end)).toEqual(refuses('conference.not_rehearsing'));
  });
});

describe('C1: a conference is prepared once', () => {
  it('C1: preparing fixes kind, start, hall and the limit of sites', () => {
    expect(given().when(prepare)).toEqual(yields(prepared));
    expect(given(prepared).state).toEqual({
      status: 'prepared',
      kind: 'conference',
      startsAt,
      hallId: hall,
      siteLimit: 3,
      sites: new Set(),
      invited: 0,
      openedAt: null,
      closedAt: null,
      returnsAt: null,
      rehearsal: null,
      rehearsals: 0,
    });
  });

  it.each([[[prepared]], [[prepared, opened]], [[prepared, opened, closed]]])(
    'C1: a second preparation is refused in every phase',
    (steps) => {
      expect(given(...steps).when(prepare)).toEqual(refuses('conference.exists'));
    },
  );

  it.each(['open', 'pause', 'resume', 'close'] as const)('C1: %s is refused where there is no conference', (verb) => {
    expect(given().when({ type: `conference.${verb}` })).toEqual(refuses('conference.not_found'));
  });

  it('C1: inviting is refused where there is no conference', () => {
    expect(given().when(invite(1))).toEqual(refuses('conference.not_found'));
    expect(given().when(uninvite(1))).toEqual(refuses('conference.not_found'));
  });

  it('C1: events before the preparation change nothing', () => {
    expect(given(invited(1, 1), opened).state).toEqual({ status: 'absent' });
  });
});

describe('C2: sites are chosen while it is prepared, up to the limit', () => {
  it('C2: inviting adds the sites and says how many there are', () => {
    expect(given(prepared).when(invite(1, 2))).toEqual(yields(invited(2, 1, 2)));
  });

  it('C2: sites that are invited already, named twice, or the hall are passed over', () => {
    expect(given(prepared, invited(1, 1)).when(invite(0, 1, 2, 2))).toEqual(yields(invited(2, 2)));
    expect(given(prepared, invited(1, 1)).when(invite(0, 1))).toEqual(yields());
  });

  it('C2: more than the limit is refused whole; the hall does not count', () => {
    expect(given(prepared, invited(2, 1, 2)).when(invite(3, 4))).toEqual(refuses('conference.site_limit'));
    expect(given(prepared, invited(2, 1, 2)).when(invite(0, 3))).toEqual(yields(invited(3, 3)));
  });

  it('C2: removing takes away only who was invited', () => {
    const gone: ConferenceEvent = { type: 'sitesUninvited', siteIds: [site(1)], total: 1 };
    expect(given(prepared, invited(2, 1, 2)).when(uninvite(1, 1, 3))).toEqual(yields(gone));
    expect(given(prepared).when(uninvite(1))).toEqual(yields());
    const { state } = given(prepared, invited(2, 1, 2), gone);
    expect([isInvited(state, site(1)), isInvited(state, site(2)), isInvited(state, hall)]).toEqual([false, true, true]);
  });

  it.each([[[opened]], [[opened, paused]]])('C2: once opened, the list of sites is fixed', (phase) => {
    expect(given(prepared, ...phase).when(invite(1))).toEqual(refuses('conference.not_prepared'));
    expect(given(prepared, ...phase).when(uninvite(1))).toEqual(refuses('conference.not_prepared'));
  });

  it('C2: nobody is invited to what does not exist', () => {
    expect(isInvited(conference.initial, hall)).toBe(false);
  });

  it('C2: one command carries at least one site and at most a batch of them', () => {
    const naming = (count: number) => ({
      type: 'conference.invite',
      siteIds: Array.from({ length: count }, (_, n) => site(n)),
    });
    expect(ConferenceCommand.safeParse(naming(INVITE_BATCH)).success).toBe(true);
    expect(ConferenceCommand.safeParse(naming(INVITE_BATCH + 1)).success).toBe(false);
    expect(ConferenceCommand.safeParse(naming(0)).success).toBe(false);
  });
});

describe('C3: phases go prepared → open ⇄ paused → closed', () => {
  const phases = {
    prepared: [prepared],
    open: [prepared, opened],
    paused: [prepared, opened, paused],
    closed: [prepared, opened, closed],
  };
  const outcomes = [
    ['prepared', 'open', yields(opened)],
    ['prepared', 'pause', refuses('conference.not_open')],
    ['prepared', 'resume', refuses('conference.not_paused')],
    ['prepared', 'close', refuses('conference.not_open')],
    ['open', 'open', refuses('conference.already_open')],
    ['open', 'pause', yields(paused)],
    ['open', 'resume', refuses('conference.not_paused')],
    ['open', 'close', yields(closed)],
    ['paused', 'open', refuses('conference.already_open')],
    ['paused', 'pause', refuses('conference.not_open')],
    ['paused', 'resume', yields(resumed)],
    ['paused', 'close', yields(closed)],
    ['closed', 'open', refuses('conference.closed')],
    ['closed', 'pause', refuses('conference.closed')],
    ['closed', 'resume', refuses('conference.closed')],
    ['closed', 'close', refuses('conference.closed')],
  ] as const;

  it.each(outcomes)('C3: %s: %s', (phase, verb, outcome) => {
    expect(given(...phases[phase]).when({ type: `conference.${verb}` })).toEqual(outcome);
  });

  it('C3: nobody is invited or removed after the end', () => {
    expect(given(...phases.closed).when(invite(1))).toEqual(refuses('conference.closed'));
    expect(given(...phases.closed).when(uninvite(1))).toEqual(refuses('conference.closed'));
  });

  it('C3: the moments of opening and closing are kept; a pause changes neither', () => {
    const { state } = given(prepared, later(5), opened, later(5), paused, later(5), resumed, later(5), closed);
    expect(state).toMatchObject({ status: 'closed', openedAt: START + 5, closedAt: START + 20 });
    expect(given(prepared, opened, paused, resumed).state).toMatchObject({ status: 'open' });
  });
});

describe('C6: pages get the number of sites, never the list', () => {
  it('C6: the ids leave both the events and the view', () => {
    const gone: ConferenceEvent = { type: 'sitesUninvited', siteIds: [site(1)], total: 1 };
    expect(redactConference(invited(2, 1, 2))).toEqual({ type: 'sitesInvited', siteIds: [], total: 2 });
    expect(redactConference(gone)).toEqual({ type: 'sitesUninvited', siteIds: [], total: 1 });
    expect(redactConference(opened)).toEqual(opened);
    const { state } = given(prepared, invited(2, 1, 2), gone);
    expect(conferenceView(state)).toMatchObject({ sites: new Set(), invited: 1 });
    expect(conferenceView(conference.initial)).toEqual({ status: 'absent' });
  });
});

describe('C8: the time of return', () => {
  const at = (minutes: number) => START + minutes * 60_000;
  const set = (returnsAt: number | null): ConferenceCommand => ({ type: 'conference.setReturn', returnsAt });

  it('C8: a pause says when it ends, and may be told another time or none', () => {
    const pause: ConferenceCommand = { type: 'conference.pause', returnsAt: at(15) };
    const pausedUntil: ConferenceEvent = { type: 'conferencePaused', returnsAt: at(15) };
    expect(given(prepared, opened).when(pause)).toEqual(yields(pausedUntil));
    expect(given(prepared, opened, pausedUntil).state).toMatchObject({ returnsAt: at(15) });
    expect(given(prepared, opened, pausedUntil).when(set(at(20)))).toEqual(
      yields({ type: 'returnSet', returnsAt: at(20) }),
    );
    expect(given(prepared, opened, pausedUntil).when(set(at(15)))).toEqual(yields());
    expect(given(prepared, opened, pausedUntil, { type: 'returnSet', returnsAt: null }).state).toMatchObject({
      returnsAt: null,
    });
  });

  it('C8: it is never past, and there is none without a pause', () => {
    expect(given(prepared, opened).when({ type: 'conference.pause', returnsAt: START })).toEqual(
      refuses('conference.return_past'),
    );
    expect(given(prepared, opened, paused, later(60_000)).when(set(at(1)))).toEqual(refuses('conference.return_past'));
    expect(given(prepared, opened).when(set(at(5)))).toEqual(refuses('conference.not_paused'));
  });

  it.each([resumed, closed])('C8: $type ends it', (end) => {
    const story = given(prepared, opened, { type: 'conferencePaused', returnsAt: at(15) }, end);
    expect(story.state).toMatchObject({ returnsAt: null });
  });
});
