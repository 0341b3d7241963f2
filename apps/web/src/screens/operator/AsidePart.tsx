import type { SiteId } from '@diemcau/domain/kernel';
import { AsidePanel, CueDialog } from '../../aside/index.ts';
import { siteNamed, type Names } from '../../live/index.ts';
import { programmeWords } from '../../programme/index.ts';
import { useWords } from '../../ui/index.ts';
import type { DeskAside } from './use-aside.ts';

const useNameOf = (names: Names, hallId: SiteId | null) => {
  const words = useWords(programmeWords);
  return (siteId: SiteId) => (siteId === hallId ? words.hall : (siteNamed(names, siteId)?.name ?? words.unnamedSite));
};

export type AsidePartProps = { aside: DeskAside; names: Names; hallId: SiteId | null };

/** Talking, listening and writing to the site that is previewed or stands by. */
export const AsidePart = ({ aside, names, hallId }: AsidePartProps) => {
  const nameOf = useNameOf(names, hallId);
  const { target, holding, writingTo } = aside;
  return (
    <>
      <AsidePanel
        siteName={target && nameOf(target)}
        holding={holding}
        heldName={holding.status === 'held' ? nameOf(holding.siteId) : ''}
        onHold={aside.hold}
        onRelease={aside.release}
        onCue={() => aside.write(target)}
        cue={aside.cue}
        problem={aside.problem}
        onDismiss={aside.dismiss}
      />
      {writingTo !== null && (
        <CueDialog
          siteId={writingTo}
          siteName={nameOf(writingTo)}
          onSend={aside.send}
          onClose={() => aside.write(null)}
        />
      )}
    </>
  );
};
