import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Welcome } from '@diemcau/domain/wire';
import { lowerThirdOf } from '../../floor/lower-third.ts';
import { namesOf, useLiveState, type LiveConnection } from '../../live/index.ts';
import { ProgrammeVideo, type Picture } from '../../media/index.ts';
import { LowerThird, useWords } from '../../ui/index.ts';
import { TitleCard } from './TitleCard.tsx';
import { roomWords } from './words.ts';

export type ProgrammeProps = {
  connection: LiveConnection;
  live: Live;
  /** The site that this page is of; null for who only watches. */
  own: SiteId | null;
  /** Over the conference's name on the title card: where one is. */
  place: string;
  conference: Welcome['conference'];
};

/** The programme, and on it who is seen. */
export const Programme = ({ connection, live, own, place, conference }: ProgrammeProps) => {
  const words = useWords(roomWords);
  const names = useLiveState(connection, namesOf);
  const { onAir } = live.programme;
  const third = (shown: Picture) => {
    // Without a picture the one on air is still heard: the room sees who that is.
    const heard = onAir.kind === 'site' ? onAir.siteId : null;
    const siteId = shown.kind === 'site' ? shown.siteId : shown.kind === 'own' ? own : heard;
    const lines = siteId && lowerThirdOf(live, names, siteId, { hall: words.hall, siteCalled: words.site });
    return lines && <LowerThird {...lines} />;
  };
  return (
    <ProgrammeVideo
      live={connection}
      label={words.programme}
      title={<TitleCard name={conference.name} site={place} live={live} nowMs={connection.nowMs} />}
    >
      {third}
    </ProgrammeVideo>
  );
};
