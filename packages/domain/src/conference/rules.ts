import { ok, refuse, type Context, type Decider, type Recorded, type Result, type SiteId } from '../kernel/index.ts';
import type { ConferenceCommand, ConferenceEvent, ConferenceKind } from './messages.ts';
import type { ConferenceCode } from './problems.ts';

export type Phase = 'prepared' | 'open' | 'paused' | 'closed';

/** `startsAt`, `openedAt`, `closedAt` in ms since the epoch. */
export type Conference =
  | { readonly status: 'absent' }
  | {
      readonly status: Phase;
      readonly kind: ConferenceKind;
      readonly startsAt: number;
      readonly hallId: SiteId;
      readonly siteLimit: number;
      /** Known to the server only; pages get `invited`. The hall is not among them. */
      readonly sites: ReadonlySet<SiteId>;
      readonly invited: number;
      readonly openedAt: number | null;
      readonly closedAt: number | null;
      /** When a pause ends, as all were told; null: not said, or there is no pause. */
      readonly returnsAt: number | null;
      /** It is tried out: open or paused like the conference itself, and kept apart (C19); null: it is not. */
      readonly rehearsal: { readonly no: number; readonly beganAt: number } | null;
      /** How many there were, the one of now among them. */
      readonly rehearsals: number;
    };

type Existing = Exclude<Conference, { status: 'absent' }>;
type Decision = Result<readonly ConferenceEvent[], ConferenceCode>;
type Of<T extends ConferenceCommand['type']> = Extract<ConferenceCommand, { type: T }>;

const invite = (state: Existing, siteIds: readonly SiteId[]): Decision => {
  if (state.rehearsal) return refuse('conference.rehearsing');
  if (state.status !== 'prepared') return refuse('conference.not_prepared');
  const added = [...new Set(siteIds)].filter((id) => id !== state.hallId && !state.sites.has(id));
  const total = state.sites.size + added.length;
  if (total > state.siteLimit) return refuse('conference.site_limit');
  return ok(added.length === 0 ? [] : [{ type: 'sitesInvited', siteIds: added, total }]);
};

const uninvite = (state: Existing, siteIds: readonly SiteId[]): Decision => {
  if (state.rehearsal) return refuse('conference.rehearsing');
  if (state.status !== 'prepared') return refuse('conference.not_prepared');
  const gone = [...new Set(siteIds)].filter((id) => state.sites.has(id));
  const total = state.sites.size - gone.length;
  return ok(gone.length === 0 ? [] : [{ type: 'sitesUninvited', siteIds: gone, total }]);
};

const isPast = (returnsAt: number | null | undefined, now: number): boolean => returnsAt != null && returnsAt <= now;

const pause = (state: Existing, { returnsAt }: Of<'conference.pause'>, now: number): Decision => {
  if (state.status !== 'open') return refuse('conference.not_open');
  if (isPast(returnsAt, now)) return refuse('conference.return_past');
  return ok([{ type: 'conferencePaused', ...(returnsAt === undefined ? {} : { returnsAt }) }]);
};

const setReturn = (state: Existing, { returnsAt }: Of<'conference.setReturn'>, now: number): Decision => {
  if (state.status !== 'paused') return refuse('conference.not_paused');
  if (isPast(returnsAt, now)) return refuse('conference.return_past');
  return ok(returnsAt === state.returnsAt ? [] : [{ type: 'returnSet', returnsAt }]);
};

const decide = (state: Conference, command: ConferenceCommand, { now }: Context<null>): Decision => {
  if (command.type === 'conference.prepare') {
    if (state.status !== 'absent') return refuse('conference.exists');
    const { kind, startsAt, hallId, siteLimit } = command;
    return ok([{ type: 'conferencePrepared', kind, startsAt, hallId, siteLimit }]);
  }
  if (state.status === 'absent') return refuse('conference.not_found');
  if (state.status === 'closed') return refuse('conference.closed');
  switch (command.type) {
    case 'conference.invite':
      return invite(state, command.siteIds);
    case 'conference.uninvite':
      return uninvite(state, command.siteIds);
    case 'conference.open':
      if (state.rehearsal) return refuse('conference.rehearsing');
      return state.status === 'prepared' ? ok([{ type: 'conferenceOpened' }]) : refuse('conference.already_open');
    case 'conference.rehearse':
      if (state.rehearsal) return refuse('conference.already_rehearsing');
      return state.status === 'prepared'
        ? ok([{ type: 'rehearsalBegun', no: state.rehearsals + 1 }])
        : refuse('conference.already_open');
    case 'conference.endRehearsal':
      return state.rehearsal
        ? ok([{ type: 'rehearsalEnded', no: state.rehearsal.no }])
        : refuse('conference.not_rehearsing');
    case 'conference.pause':
      return pause(state, command, now);
    case 'conference.setReturn':
      return setReturn(state, command, now);
    case 'conference.resume':
      return state.status === 'paused' ? ok([{ type: 'conferenceResumed' }]) : refuse('conference.not_paused');
    case 'conference.close':
      if (state.rehearsal) return refuse('conference.rehearsing');
      return state.status === 'prepared' ? refuse('conference.not_open') : ok([{ type: 'conferenceClosed' }]);
  }
};

export const noConference: Conference = { status: 'absent' };

export const evolveConference = (state: Conference, event: Recorded<ConferenceEvent>): Conference => {
  if (event.type === 'conferencePrepared') {
    const { kind, startsAt, hallId, siteLimit } = event;
    const sites: ReadonlySet<SiteId> = new Set();
    return {
      status: 'prepared',
      kind,
      startsAt,
      hallId,
      siteLimit,
      sites,
      invited: 0,
      openedAt: null,
      closedAt: null,
      returnsAt: null,
      rehearsal: null,
      rehearsals: 0,
    };
  }
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'sitesInvited':
      return { ...state, sites: new Set([...state.sites, ...event.siteIds]), invited: event.total };
    case 'sitesUninvited': {
      const gone = new Set(event.siteIds);
      return { ...state, sites: new Set([...state.sites].filter((id) => !gone.has(id))), invited: event.total };
    }
    case 'conferenceOpened':
      return { ...state, status: 'open', openedAt: event.at };
    case 'conferencePaused':
      return { ...state, status: 'paused', returnsAt: event.returnsAt ?? null };
    case 'returnSet':
      return { ...state, returnsAt: event.returnsAt };
    case 'conferenceResumed':
      return { ...state, status: 'open', returnsAt: null };
    case 'conferenceClosed':
      return { ...state, status: 'closed', closedAt: event.at, returnsAt: null };
    case 'rehearsalBegun': {
      const { no, at } = event;
      return { ...state, status: 'open', openedAt: at, rehearsal: { no, beganAt: at }, rehearsals: no };
    }
    case 'rehearsalEnded':
      return { ...state, status: 'prepared', openedAt: null, returnsAt: null, rehearsal: null };
  }
};

/** Phases: prepared → open ⇄ paused → closed, and rehearsals from prepared and back to it. Sites are chosen while it is prepared, up to the limit. */
export const conference: Decider<Conference, ConferenceCommand, ConferenceEvent, null, ConferenceCode> = {
  initial: noConference,
  decide,
  evolve: evolveConference,
};

/** Whether what happens now is a rehearsal. */
export const isRehearsal = (state: Conference): boolean => state.status !== 'absent' && state.rehearsal !== null;

/** The phase as people are told it: a rehearsal is neither open nor paused to them. */
export const phaseTold = (state: Existing): Phase | 'rehearsal' => (state.rehearsal ? 'rehearsal' : state.status);

export const isInvited = (state: Conference, siteId: SiteId): boolean =>
  state.status !== 'absent' && (siteId === state.hallId || state.sites.has(siteId));
