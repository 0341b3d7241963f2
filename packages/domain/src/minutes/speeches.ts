import { elapsedMs, type FloorEvent } from '../floor/index.ts';
import type { EntryOf } from './entry.ts';
import { changed, stampOf, isUnderWay, nothing, type Moment, type Step, type Told, type ToldOf } from './moment.ts';

type Speech = EntryOf<'speech'>;

const granted = (moment: Moment<ToldOf<'floorGranted'>>): Step => {
  const { turnId, requestId, siteId, speakerId, kind: speechKind, limitSeconds } = moment.event;
  const speech: EntryOf<'speech'> = {
    ...stampOf(moment),
    kind: 'speech',
    turnId,
    requestId,
    siteId,
    speakerId,
    formerSpeakers: [],
    speechKind,
    limitSeconds,
    startedAt: null,
    endedAt: null,
    lengthMs: null,
    ended: null,
    interruptions: [],
    returns: [],
    takenBackAt: null,
  };
  const { ended } = moment.open;
  return { entries: [speech], open: { speech, ended: null, gaveWay: ended?.ended === 'next' ? ended : null } };
};

/** The speech of the turn that an event is about; null when it is not the one of now. */
const onSpeech = ({ open, event }: Moment, change: (speech: Speech) => Partial<Speech>): Step => {
  const { speech } = open;
  if (!speech || !('turnId' in event) || speech.turnId !== event.turnId) return nothing;
  const now = changed(speech, event, change(speech));
  return { entries: [now], open: { speech: now } };
};

const released = (moment: Moment<ToldOf<'floorReleased'>>): Step => {
  const { at, reason } = moment.event;
  const { turn } = moment.before.floor;
  const step = onSpeech(moment, () => ({ endedAt: at, ended: reason, lengthMs: turn ? elapsedMs(turn, at) : 0 }));
  const [speech] = step.entries;
  return speech?.kind === 'speech' ? { ...step, open: { speech: null, ended: speech, gaveWay: null } } : nothing;
};

/** The speech that a rehearsal was ended in. */
export const speechEnds = ({ open: { speech }, before, event }: Moment): Speech | null => {
  const { turn } = before.floor;
  if (!speech) return null;
  return changed(speech, event, {
    endedAt: event.at,
    ended: 'closed',
    lengthMs: turn ? elapsedMs(turn, event.at) : 0,
  });
};

/** A speech that had ended goes on. */
const goesOn = (speech: Speech, event: Told): Speech =>
  changed(speech, event, {
    endedAt: null,
    ended: null,
    lengthMs: null,
    returns: [...speech.returns, { endedAt: speech.endedAt ?? event.at, at: event.at }],
  });

const returned = ({ open, event }: Moment<ToldOf<'floorReturned'>>): Step => {
  if (open.ended?.turnId !== event.turnId) return nothing;
  const speech = goesOn(open.ended, event);
  return { entries: [speech], open: { speech, ended: null } };
};

const grantTakenBack = (moment: Moment<ToldOf<'grantTakenBack'>>): Step => {
  const { open, event, after } = moment;
  const step = onSpeech(moment, () => ({ takenBackAt: event.at }));
  if (step === nothing) return nothing;
  const { gaveWay } = open;
  const speech = gaveWay && after.floor.turn?.turnId === gaveWay.turnId ? goesOn(gaveWay, event) : null;
  return { entries: [...step.entries, ...(speech ? [speech] : [])], open: { speech, ended: null, gaveWay: null } };
};

const resumed = (speech: Speech, at: number): Partial<Speech> => ({
  interruptions: speech.interruptions.map((one, i) =>
    i === speech.interruptions.length - 1 ? { ...one, resumedAt: one.resumedAt ?? at } : one,
  ),
});

const named = ({ speakerId, formerSpeakers }: Speech, event: ToldOf<'speakerNamed'>): Partial<Speech> => ({
  speakerId: event.speakerId,
  formerSpeakers:
    speakerId === null || speakerId === event.speakerId
      ? formerSpeakers
      : [...formerSpeakers, { speakerId, until: event.at }],
});

/** Who has the floor, how long, how it ended (K3 to K5). */
export const floorStep = (moment: Moment<Extract<Told, FloorEvent>>): Step => {
  const { event, before } = moment;
  switch (event.type) {
    case 'floorGranted':
      return granted({ ...moment, event });
    case 'speechStarted':
      return onSpeech(moment, ({ startedAt }) => ({ startedAt: startedAt ?? event.at }));
    case 'floorReleased':
      return released({ ...moment, event });
    case 'floorReturned':
      return returned({ ...moment, event });
    case 'grantTakenBack':
      return grantTakenBack({ ...moment, event });
    case 'timeLimitSet':
      return onSpeech(moment, () => ({ limitSeconds: event.limitSeconds }));
    case 'turnInterrupted':
      return onSpeech(moment, ({ interruptions }) => ({
        interruptions: [...interruptions, { at: event.at, resumedAt: null }],
      }));
    case 'turnResumed':
      return onSpeech(moment, (speech) => resumed(speech, event.at));
    case 'speakerNamed':
      return onSpeech(moment, (speech) => named(speech, event));
    case 'microphonesSilenced':
      return { entries: [{ ...stampOf(moment), kind: 'silenced', siteIds: event.siteIds }], open: {} };
    case 'microphoneRestored':
      return { entries: [{ ...stampOf(moment), kind: 'unsilenced', siteId: event.siteId }], open: {} };
    case 'speakerCorrected':
      if (!isUnderWay(before)) return nothing;
      return { entries: [{ ...stampOf(moment), kind: 'correction', speakerId: event.speakerId }], open: {} };
    case 'floorRequested':
    case 'floorWithdrawn':
    case 'requestMoved':
    case 'standbySet':
      return nothing;
  }
};
