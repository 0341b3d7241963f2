import { given, hall, later, requestNo, site, speaker, turnNo } from '../kernel/given.fixture.ts';
import type { SpeechKind } from '../kernel/index.ts';
import { floor, type FloorEvent, type FloorFacts } from './index.ts';

/** Sites 0 (the hall) to 8 are part of the conference of these stories. */
export const facts = (changed: Partial<FloorFacts> = {}): FloorFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map(site).includes(siteId),
  isLost: () => false,
  ...changed,
});
export const inPhase = (phase: FloorFacts['phase']): FloorFacts => facts({ phase });
export const missing = (n: number): FloorFacts => facts({ isLost: (siteId) => siteId === site(n) });

export type Story = readonly (FloorEvent | ReturnType<typeof later>)[];
/** Given an open conference and this story of its floor. */
export const open = (...story: Story) => given(floor, facts(), ...story);
export const withFacts = (known: FloorFacts, ...story: Story) => given(floor, known, ...story);

/** Request n: of speaker n at site `at`. */
export const asked = (n: number, at = n, kind: SpeechKind = 'discussion') =>
  ({ type: 'floorRequested', requestId: requestNo(n), siteId: site(at), speakerId: speaker(n), kind }) as const;
/** Turn n: of speaker n at site n, unasked. */
export const granted = (n: number, limitSeconds: number | null = null) =>
  ({
    type: 'floorGranted',
    turnId: turnNo(n),
    requestId: null,
    siteId: site(n),
    speakerId: speaker(n),
    kind: 'discussion',
    limitSeconds,
  }) as const;
export const started = (n: number) => ({ type: 'speechStarted', turnId: turnNo(n) }) as const;
export const released = (n: number, reason: 'ended' | 'next' | 'paused' | 'closed' = 'ended') =>
  ({ type: 'floorReleased', turnId: turnNo(n), reason }) as const;
export const returned = (n: number) => ({ type: 'floorReturned', turnId: turnNo(n) }) as const;
export const interrupted = (n: number) => ({ type: 'turnInterrupted', turnId: turnNo(n) }) as const;
export const resumed = (n: number) => ({ type: 'turnResumed', turnId: turnNo(n) }) as const;
export const silenced = (...numbers: number[]) =>
  ({ type: 'microphonesSilenced', siteIds: numbers.map(site) }) as const;
