import './aside.css';
import { IconEar, IconMessage2, IconPhoneCall, IconSpeakerphone } from '@tabler/icons-react';
import { CUE_SHOWN_MS, type AsideKind, type AsideNow, type CueNow } from '@diemcau/domain/aside';
import { useCallback } from 'react';

import {
  Band,
  Button,
  type Icon,
  useAnnounceChange,
  useFormats,
  useTicking,
  useWords,
  type NowMs,
} from '../ui/index.ts';
import { siteAsideWords } from './site-words.ts';

export type SiteAsideProps = {
  current: AsideNow | null;
  cue: CueNow | null;
  nowMs: NowMs;
  /** `wall`: a room's screen, which shows a cue for some seconds or until it is seen; `page`: its clerk's, until it is seen. */
  size: 'wall' | 'page';
  /** The clerk has seen the cue; null where nobody can say so. */
  onSeen: ((cue: CueNow) => Promise<unknown>) | null;
  /** Hangs up a test call; null where nobody can. */
  onEnd: ((call: AsideNow) => Promise<unknown>) | null;
};

const ICONS: Readonly<Record<AsideKind, Icon>> = { talk: IconSpeakerphone, listen: IconEar, call: IconPhoneCall };

const useIsFresh = (cue: CueNow | null, nowMs: NowMs): boolean => {
  const read = useCallback((now: number) => cue !== null && now - cue.at < CUE_SHOWN_MS, [cue]);
  return useTicking(nowMs, read);
};

/** A site always knows when somebody talks to it, hears it, calls it, or has written to it. */
const SiteAside = ({ current, cue, nowMs, size, onSeen, onEnd }: SiteAsideProps) => {
  const words = useWords(siteAsideWords);
  const { time } = useFormats();
  const isFresh = useIsFresh(cue, nowMs);
  const isUnseen = cue !== null && cue.seenAt === null;
  const isShown = cue !== null && (size === 'wall' ? isFresh && isUnseen : isFresh || isUnseen);
  const said = cue && (cue.said.kind === 'ready' ? words.ready[cue.said.code] : cue.said.words);
  useAnnounceChange(current && words[current.kind], 'assertive');
  useAnnounceChange(isShown && said !== null ? `${words.cue}: ${said}` : null, 'assertive');
  if (!current && !isShown) return null;
  return (
    <section className="aside-site" aria-label={words.title} data-aside={current?.kind ?? ''}>
      {current && (
        <Band
          tone="standby"
          icon={ICONS[current.kind]}
          size={size}
          detail={words.more[current.kind]}
          {...(onEnd &&
            current.kind === 'call' && { end: <Button onPress={() => onEnd(current)}>{words.end}</Button> })}
        >
          {words[current.kind]}
        </Band>
      )}
      {isShown && (
        <Band
          tone="calm"
          icon={IconMessage2}
          size={size}
          detail={cue.seenAt === null ? words.cue : words.seenAt(time(cue.seenAt))}
          {...(onSeen && cue.seenAt === null && { end: <Button onPress={() => onSeen(cue)}>{words.seen}</Button> })}
        >
          {said}
        </Band>
      )}
    </section>
  );
};

export default SiteAside;
