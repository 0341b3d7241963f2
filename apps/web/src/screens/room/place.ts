import type { LiveConnection } from '../../live/index.ts';
import { Stage } from '../../media/index.ts';

/** What a screen with a seat has for as long as its page is open: its line to the server, and its place on the stage. */
export type RoomPlace = { readonly connection: LiveConnection; readonly stage: Stage };

/** Drawing takes the time of the machine that the first picture needs; it waits so long, and no longer. */
const DRAWN_WITHIN_MS = 400;

/** Joins the media and asks for the picture on air; neither waits for anything to be drawn. */
export const openPlace = (connection: LiveConnection): RoomPlace => {
  const stage = new Stage(connection, true);
  stage.start();
  const stop = connection.subscribe(() => {
    const { live, seat } = connection.state();
    if (!live || seat?.siteId == null) return;
    stop();
    stage.askAhead(live, seat.siteId, window.innerHeight * devicePixelRatio);
  });
  return { connection, stage };
};

/** When there is something to draw: the conference is known and the media joined, or one of them does not come. */
export const untilKnown = ({ connection, stage }: RoomPlace): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    const { live, connection: line } = connection.state();
    if (line.status === 'refused' || (live && stage.connection.state().status === 'up')) resolve();
  };
  const stops = [connection.subscribe(look), stage.connection.subscribe(look)];
  const timer = setTimeout(resolve, DRAWN_WITHIN_MS);
  return promise.finally(() => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  });
};
