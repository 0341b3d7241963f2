import { z } from 'zod';
import { conference, isInvited, ConferenceEvent, type Conference } from '../conference/index.ts';
import { floor, FloorEvent, type Floor, type FloorFacts } from '../floor/index.ts';
import type { Recorded } from '../kernel/index.ts';
import { programme, ProgrammeEvent, type Programme, type ProgrammeFacts } from '../programme/index.ts';

export const LiveEvent = z.discriminatedUnion('type', [
  ...ConferenceEvent.options,
  ...FloorEvent.options,
  ...ProgrammeEvent.options,
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** One conference, folded by the server and by every page with the same code. */
export type Live = { readonly conference: Conference; readonly floor: Floor; readonly programme: Programme };

export const initialLive: Live = {
  conference: conference.initial,
  floor: floor.initial,
  programme: programme.initial,
};

export const floorFacts = ({ conference: c, programme: p }: Live): FloorFacts => ({
  phase: c.status,
  hallId: c.status === 'absent' ? null : c.hallId,
  isInvited: (siteId) => isInvited(c, siteId),
  isLost: (siteId) => p.lost.includes(siteId),
});

export const programmeFacts = (state: Live): ProgrammeFacts => {
  const { turn } = state.floor;
  const { phase, hallId, isInvited } = floorFacts(state);
  return { phase, hallId, isInvited, speakingSiteId: turn && turn.interruptedAt === null ? turn.siteId : null };
};

type Typed = { readonly shape: { readonly type: z.ZodLiteral<string> } };

/** The `type` literals of a union of messages: which slice a message belongs to. */
export const typesOf = (union: { readonly options: readonly Typed[] }): ReadonlySet<string> =>
  new Set(union.options.flatMap(({ shape }) => [...shape.type.values]));

const conferenceTypes = typesOf(ConferenceEvent);
const floorTypes = typesOf(FloorEvent);

export const isConferenceEvent = (event: LiveEvent): event is ConferenceEvent => conferenceTypes.has(event.type);
export const isFloorEvent = (event: LiveEvent): event is FloorEvent => floorTypes.has(event.type);

/** Total: takes any event of a conference. */
export const evolveLive = (state: Live, event: Recorded<LiveEvent>): Live => {
  const { at } = event;
  if (isConferenceEvent(event)) return { ...state, conference: conference.evolve(state.conference, { ...event, at }) };
  if (isFloorEvent(event)) return { ...state, floor: floor.evolve(state.floor, { ...event, at }) };
  return { ...state, programme: programme.evolve(state.programme, { ...event, at }) };
};
