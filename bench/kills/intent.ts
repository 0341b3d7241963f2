// What a person at a page does with a moment's state.
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Command, Live } from '@diemcau/domain/live';
import type { CommandTexts } from '@diemcau/domain/wire';
import type { Act } from './schedule.ts';

export type Said = { readonly command: Command; readonly texts?: CommandTexts };

/** What the page knows: its own site if it has one, the sites of the conference, the requests that it made. */
export type Sight = {
  readonly live: Live;
  readonly hallId: SiteId;
  readonly siteIds: readonly SiteId[];
  readonly ownSiteId: SiteId | null;
  readonly asked: readonly RequestId[];
};

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % from.length];

/** The command of an act; null when there is nothing on the page to press. */
export const said = ({ type, a, b, newId }: Act, sight: Sight): Said | null => {
  const { live, hallId, siteIds, ownSiteId, asked } = sight;
  const { queue, turn, ended, queueVersion } = live.floor;
  const siteId = ownSiteId ?? pick(siteIds, a) ?? hallId;
  const waiting = pick(queue, a)?.requestId;
  const source = b % 5 === 0 ? ({ kind: 'title' } as const) : ({ kind: 'site', siteId } as const);
  const of = (command: Command): Said => ({ command });
  switch (type) {
    case 'floor.request': {
      const speaker = { honorific: 'Bà', name: 'Lò Thị Mai', position: 'Trưởng ban' };
      const ids = { requestId: RequestId.parse(newId), speakerId: SpeakerId.parse(newId) };
      return { command: { type, ...ids, siteId, kind: 'discussion' }, texts: { speaker, subject: 'Về nước sạch' } };
    }
    case 'floor.withdraw': {
      const requestId = pick(asked, a);
      return requestId ? of({ type, requestId }) : null;
    }
    case 'floor.move':
      return waiting ? of({ type, requestId: waiting, before: pick(queue, b)?.requestId ?? null, queueVersion }) : null;
    case 'floor.setStandby':
      return of({ type, siteIds: siteIds.slice(a % 2, (a % 2) + (b % 3)) });
    case 'floor.grant':
      return waiting ? of({ type, requestId: waiting }) : null;
    case 'floor.grantSite':
      return of({ type, siteId, speakerId: null, kind: 'report' });
    case 'floor.next':
      return waiting ? of({ type, requestId: waiting, endTurnId: turn?.turnId ?? null }) : null;
    case 'floor.end':
      return turn ? of({ type, turnId: turn.turnId }) : null;
    case 'floor.takeBack':
      return ended ? of({ type, turnId: ended.turn.turnId }) : null;
    case 'floor.setLimit':
      return turn ? of({ type, turnId: turn.turnId, limitSeconds: 60 + a }) : null;
    case 'floor.extend':
      return turn ? of({ type, turnId: turn.turnId, bySeconds: 60 }) : null;
    case 'floor.silence':
      return of({ type, siteId: turn?.siteId ?? hallId });
    case 'floor.liftSilence':
      return of({ type, siteId: pick(live.floor.silenced, a) ?? hallId });
    case 'programme.preview':
    case 'programme.cut':
      return of({ type, source });
    case 'programme.lowerThird':
      return of({ type, shown: a % 2 === 0 });
    case 'floor.resetStandby':
    case 'floor.silenceAll':
    case 'conference.pause':
    case 'conference.resume':
    case 'programme.takeOver':
    case 'programme.follow':
      return of({ type });
  }
};
