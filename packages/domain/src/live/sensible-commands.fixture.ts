import type { Command, Live } from './index.ts';

/** What people and the reconciler mostly do in such a state. */
const sensibleTypes = ({
  conference,
  agenda,
  floor,
  programme,
  runSheet,
  attendance,
}: Live): readonly Command['type'][] => {
  if (conference.status === 'absent') return ['conference.prepare'];
  if (conference.status === 'prepared')
    return [
      'floor.request',
      'agenda.add',
      'runSheet.add',
      'runSheet.add',
      'conference.uninvite',
      'conference.rehearse',
      'conference.open',
    ];
  if (conference.status === 'paused') return ['conference.resume', 'conference.setReturn', 'runSheet.next'];
  const queued: readonly Command['type'][] = floor.queue.length > 0 ? ['floor.move', 'floor.next'] : ['floor.request'];
  const planned: readonly Command['type'][] =
    runSheet.last === null ? ['runSheet.add', 'runSheet.next', 'agenda.begin'] : ['runSheet.takeBack', 'runSheet.next'];
  const asking: readonly Command['type'][] =
    attendance.rollCall?.status === 'open'
      ? ['attendance.setDeadline', 'attendance.closeRollCall']
      : ['attendance.openRollCall'];
  const anyTime: readonly Command['type'][] = [
    ...queued,
    ...planned,
    ...asking,
    ...(agenda.last === null ? [] : (['agenda.takeBack'] as const)),
    'floor.request',
    'programme.reportMissing',
    'programme.noteLine',
    programme.sources.length < 3 ? 'programme.addSource' : 'programme.mixMicrophone',
    'programme.layout',
  ];
  const back: readonly Command['type'][] =
    programme.lost.length > 0 ? ['programme.reportBack', 'programme.reportBack'] : [];
  const giving: Command['type'] = floor.queue.length > 0 ? 'floor.grant' : 'floor.grantSite';
  const polling: readonly Command['type'][] = programme.polling
    ? ['programme.stepPolling', 'programme.stepPolling', 'programme.resumePolling']
    : ['programme.startPolling'];
  const playing: readonly Command['type'][] = programme.film
    ? ['programme.stopFilm', 'programme.reportFilmMissing']
    : ['programme.startFilm', 'programme.loadFilm', 'programme.reportFilmDeskGone'];
  const showing: readonly Command['type'][] = programme.content
    ? ['programme.stopContent', 'programme.startContent']
    : ['programme.startContent'];
  if (!floor.turn)
    return [...anyTime, ...playing, ...showing, ...polling, ...back, giving, floor.ended ? 'floor.takeBack' : giving];
  if (floor.turn.interruptedAt !== null) return [...back, 'floor.resumeTurn', 'floor.startSpeech', 'floor.end'];
  const start: Command['type'] = floor.turn.startedAt === null ? 'floor.startSpeech' : 'floor.end';
  return [...anyTime, ...playing, ...showing, ...back, start, start, 'floor.end', 'floor.silence', 'floor.nameSpeaker'];
};
/** One of them. */
export const sensible = (live: Live, n: number): Command['type'] => {
  const types = sensibleTypes(live);
  return types[n % types.length] ?? 'floor.request';
};
