import type { LiveConnection } from '../../live/connection.ts';
import { Stage } from '../../media/stage.ts';

/** What a screen with a seat has for as long as its page is open: its line to the server, and its place on the stage. */
export type RoomPlace = {
  readonly connection: LiveConnection;
  readonly stage: Stage;
  /** Takes the programme off the page, unless a view has it already. */
  readonly uncover: () => void;
};

/** Drawing takes the time of the machine that the first picture needs; it waits so long for news, and no longer. */
const KNOWN_WITHIN_MS = 400;
/** And so long for the picture itself, when there is one to come. */
const SEEN_WITHIN_MS = 1000;

/** A view that comes within these ms takes the programme over; what else there is to say stays under it no longer. */
const COVERED_MS = 5000;

/** Joins the media and shows the programme, which covers the page until the rest of it is drawn. */
export const openPlace = (connection: LiveConnection): RoomPlace => {
  const stage = new Stage(connection, true);
  stage.start();
  const box = document.createElement('div');
  box.className = 'media-programme media-first';
  document.body.append(box);
  const leave = stage.programme.mount(box);
  const uncover = () => {
    leave();
    box.remove();
  };
  setTimeout(uncover, COVERED_MS);
  return { connection, stage, uncover };
};

/** When the rest is to be drawn: what is known is seen, or does not come. */
export const untilKnown = ({ connection, stage }: RoomPlace): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isLate = false;
  const look = () => {
    const { live, connection: line } = connection.state();
    if (line.status === 'refused') return resolve();
    const isKnown = isLate || (live !== null && stage.connection.state().status === 'up');
    if (isKnown && !stage.programme.isComing()) resolve();
  };
  const sources = [connection, stage.connection, stage.programme];
  const stops = sources.map((source) => source.subscribe(look));
  const timers = [
    setTimeout(() => {
      isLate = true;
      look();
    }, KNOWN_WITHIN_MS),
    setTimeout(resolve, SEEN_WITHIN_MS),
  ];
  return promise.finally(() => {
    for (const timer of timers) clearTimeout(timer);
    for (const stop of stops) stop();
  });
};
