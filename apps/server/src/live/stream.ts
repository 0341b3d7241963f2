import {
  Command,
  EVENT_VERSION,
  deadlinesOf,
  decideLive,
  evolveLive,
  initialLive,
  readEvent,
  type Live,
  type LiveCode,
  type LiveEvent,
} from '@diemcau/domain/live';
import { EventStore, type Advance, type StreamKind } from '../platform/event-store/index.ts';

/** A conference as a stream: the domain's one Decider, stored as events of version 1. */
export const conferenceStream: StreamKind<Live, Command, LiveEvent, LiveCode> = {
  kind: 'conference',
  version: EVENT_VERSION,
  initial: initialLive,
  decide: decideLive,
  evolve: evolveLive,
  read: readEvent,
  deadlines: deadlinesOf,
};

export type LiveStore = EventStore<Live, Command, LiveEvent, LiveCode>;
export type LiveAdvance = Advance<Live, LiveEvent>;
