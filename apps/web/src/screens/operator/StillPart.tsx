import { IconCamera, IconLayoutGrid } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SeatId, SiteId, SourceId } from '@diemcau/domain/kernel';
import { pictureOnAir, type Live } from '@diemcau/domain/live';

import { siteNamed, type LiveConnection, type Names } from '../../live/index.ts';
import { useStage } from '../../media/index.ts';
import { takeShot } from '../../media/still-index.ts';
import { useStills, stillWords, type DeskStills } from '../../minutes/still-index.ts';
import { programmeWords, type Tile } from '../../programme/index.ts';
import { Button, useShortcuts, useWords } from '../../ui/index.ts';

const STILL_KEYS = { programme: 'A', site: 'O' } as const;

type Given = {
  readonly seatId: SeatId;
  readonly connection: LiveConnection;
  readonly live: Live;
  readonly names: Names;
  readonly tiles: readonly Tile[];
  /** The tile that was chosen last. */
  readonly chosen: string | null;
};

type Camera = { readonly siteId: SiteId; readonly sourceId?: SourceId };

/** Of which site a still is taken: of the tile that is chosen on this page of the wall, else of the preview. */
const targetOf = ({ live, tiles, chosen }: Given): Camera | null => {
  const tile = tiles.find(({ id }) => id === chosen);
  const { preview } = live.programme;
  const { siteId, sourceId = null } = tile ?? (preview.kind === 'site' ? preview : { siteId: null });
  return siteId === null ? null : { siteId, ...(sourceId === null ? {} : { sourceId }) };
};

export type DeskStillParts = {
  readonly stills: DeskStills;
  readonly canTake: boolean;
  readonly hasPicture: boolean;
  readonly target: (Camera & { readonly name: string }) | null;
};

/** The stills of the operator, with their keys. */
export const useDeskStills = (given: Given): DeskStillParts => {
  const { seatId, connection, live, names } = given;
  const words = useWords(programmeWords);
  const stage = useStage();
  const shoot = useMemo(
    () => stage && ((...of: [Parameters<typeof takeShot>[1], number]) => takeShot(stage, ...of)),
    [stage],
  );
  const stills = useStills(seatId, connection, shoot);
  const { conference } = live;
  const canTake = conference.status === 'open' || conference.status === 'paused';
  const target = targetOf(given);
  const siteId = target?.siteId ?? null;
  const isHall = canTake && siteId === conference.hallId;
  const name = isHall ? words.hall : ((siteId && siteNamed(names, siteId)?.name) ?? words.unnamedSite);
  const hasPicture = pictureOnAir(live).kind !== 'title';
  const programme = () => void (canTake && stills.programme());
  const site = () => void (canTake && target && stills.site(target));
  useShortcuts({ a: programme, A: programme, o: site, O: site });
  return { stills, canTake, hasPicture, target: target && { ...target, name } };
};

/** Two buttons: of what every room sees, and of one site. They answer at once; what became of it is said below. */
export const StillButtons = ({ stills, canTake, hasPicture, target }: DeskStillParts) => {
  const words = useWords(stillWords);
  return (
    <div className="op-stills" role="group" aria-label={words.title}>
      <p className="tiny muted" aria-hidden>
        {words.title}
      </p>
      <div className="op-pair">
        <Button
          size="small"
          icon={IconCamera}
          shortcut={STILL_KEYS.programme}
          label={words.programmeLong}
          disabled={!canTake || !hasPicture}
          onPress={() => void stills.programme()}
        />
        <Button
          size="small"
          icon={IconLayoutGrid}
          shortcut={STILL_KEYS.site}
          label={target ? words.siteLong(target.name) : words.siteNone}
          disabled={!canTake || target === null}
          onPress={() => void (target && stills.site(target))}
        />
      </div>
    </div>
  );
};
