import { pictureOnAir, type Live } from '@diemcau/domain/live';
import { IconPlayerStop, IconPresentation } from '@tabler/icons-react';

import { siteNamed, type Names, type Run } from '../../live/index.ts';
import { LAYOUT_KEYS, programmeWords } from '../../programme/index.ts';
import { contentWords } from '../../programme/content/words.ts';
import { Button, Tag, useWords } from '../../ui/index.ts';

export type ContentStripProps = { live: Live; names: Names; run: Run };

/** Who shows content now, whether it is on air, and how to end it. Nothing while there is none. */
export const ContentStrip = ({ live, names, run }: ContentStripProps) => {
  const words = useWords(contentWords);
  const { unnamedSite, hall } = useWords(programmeWords);
  const { conference, programme } = live;
  const { content } = programme;
  if (!content) return null;
  const isHall = conference.status !== 'absent' && conference.hallId === content.siteId;
  const site = isHall ? hall : (siteNamed(names, content.siteId)?.name ?? unnamedSite);
  const isOnAir = pictureOnAir(live).kind === 'content';
  return (
    <section className="op-content" aria-label={words.title}>
      <IconPresentation size={20} stroke={1.75} aria-hidden />
      <p className="small">
        {words.desk.site(site, words.desk.from[content.from])}
        {!isOnAir && <span className="muted"> {words.desk.bring(LAYOUT_KEYS.content)}</span>}
      </p>
      {isOnAir ? <Tag tone="air">{words.onAir}</Tag> : <Tag tone="amber">{words.waits}</Tag>}
      <Button
        size="small"
        icon={IconPlayerStop}
        onPress={() => run({ type: 'programme.stopContent', contentId: content.contentId })}
      >
        {words.stop}
      </Button>
    </section>
  );
};
