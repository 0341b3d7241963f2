import type { ProgrammeEvent } from '../programme/index.ts';
import type { EntryOf } from './entry.ts';
import { changed, nothing, stampOf, type Moment, type Step, type ToldOf } from './moment.ts';

type Shown = Extract<ProgrammeEvent, { type: 'contentStarted' | 'contentStopped' | 'filmStarted' | 'filmStopped' }>;
export type ShownMoment = Moment<ToldOf<Shown['type']>>;

/** Content of who has the floor replaces that of the hall without a word. */
const contentBegins = (moment: Moment<ToldOf<'contentStarted'>>): Step => {
  const { event, open } = moment;
  const before = open.content && changed(open.content, event, { endedAt: event.at, ended: 'replaced' });
  const { siteId, from } = event;
  const content: EntryOf<'content'> = {
    ...stampOf(moment),
    kind: 'content',
    siteId,
    from,
    endedAt: null,
    ended: null,
  };
  return { entries: [before, content].filter((entry) => entry !== null), open: { content } };
};

const contentEnds = ({ event, open }: Moment<ToldOf<'contentStopped'>>): Step => {
  if (!open.content) return nothing;
  return {
    entries: [changed(open.content, event, { endedAt: event.at, ended: event.reason })],
    open: { content: null },
  };
};

const filmBegins = (moment: Moment<ToldOf<'filmStarted'>>): Step => {
  const { filmId, rowId = null } = moment.event;
  const film: EntryOf<'film'> = { ...stampOf(moment), kind: 'film', filmId, rowId, endedAt: null, ended: null };
  return { entries: [film], open: { film } };
};

const filmEnds = ({ event, open }: Moment<ToldOf<'filmStopped'>>): Step => {
  if (open.film?.filmId !== event.filmId) return nothing;
  return { entries: [changed(open.film, event, { endedAt: event.at, ended: event.reason })], open: { film: null } };
};

/** What was shown beside or over the picture: when, whose, how long (K21). */
export const shownStep = (moment: ShownMoment): Step => {
  const { event } = moment;
  switch (event.type) {
    case 'contentStarted':
      return contentBegins({ ...moment, event });
    case 'contentStopped':
      return contentEnds({ ...moment, event });
    case 'filmStarted':
      return filmBegins({ ...moment, event });
    case 'filmStopped':
      return filmEnds({ ...moment, event });
  }
};
