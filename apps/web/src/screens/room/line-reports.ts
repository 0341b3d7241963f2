import { LINE_EVERY_MS, type LineNow } from '@diemcau/domain/support';
import type { LiveConnection } from '../../live/index.ts';
import type { Stage } from '../../media/index.ts';
import { wayOf } from '../../media/thin/way.ts';

/** Another line is told at the next look. */
const LOOK_EVERY_MS = 3000;

const lineOf = async (stage: Stage): Promise<LineNow> => {
  const measured = stage.measured();
  // Its type does not say so, but a room that was left has no engine.
  const { engine }: { readonly engine?: Stage['room']['engine'] } = stage.room;
  const subscriber = engine?.pcManager?.subscriber;
  const way = subscriber ? await wayOf(subscriber) : null;
  return {
    quality: stage.connection.line(),
    steps: { ...stage.line() },
    upBps: Math.round(measured?.upBps ?? 0),
    downBps: Math.round(measured?.downBps ?? 0),
    loss: measured?.loss == null ? null : Math.min(1, measured.loss),
    rttMs: way?.rttMs == null ? null : Math.round(way.rttMs),
  };
};

/** Tells the line of this screen, so that the technical desk sees it though nobody looks at the site. Returns how to stop. */
export const reportLine = (live: LiveConnection, stage: Stage): (() => void) => {
  let said = '';
  let next = 0;
  const look = async (): Promise<void> => {
    const line = await lineOf(stage);
    const saying = JSON.stringify([line.quality, line.steps]);
    const now = performance.now();
    if ((saying === said && now < next) || !live.reportLine(line)) return;
    said = saying;
    // At moments of its own, or thousands would speak in the same second.
    next = now + LINE_EVERY_MS * (0.8 + 0.4 * Math.random());
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS * (0.8 + 0.4 * Math.random()));
  return () => clearInterval(timer);
};
