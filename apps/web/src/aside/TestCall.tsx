import './call.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { mayBeTakenAside } from '@diemcau/domain/live';
import { IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import { liveOf, type LiveConnection, useLiveState } from '../live/index.ts';
import { Button, LevelMeter, StatusLine, Tag, useAnnounceChange, useWords } from '../ui/index.ts';
import { callWords } from './call-words.ts';
import { type CallHeard, type CallMedia, useCall } from './use-call.ts';

const LEVEL_MS = 100;

const Picture = ({ picture }: { picture: CallHeard['picture'] }) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || !picture) return;
    picture.attach(element);
    return () => void picture.detach(element);
  }, [picture]);
  return <video ref={video} className="call-video" autoPlay muted playsInline aria-hidden data-call-picture="" />;
};

const Level = ({ level, label }: { level: () => number; label: string }) => {
  const [shown, show] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => show(level()), LEVEL_MS);
    return () => clearInterval(timer);
  }, [level]);
  return <LevelMeter level={shown} label={label} size="thick" />;
};

export type TestCallProps = {
  connection: LiveConnection;
  seatId: SeatId;
  site: { readonly siteId: SiteId; readonly name: string };
};

/** Why this site cannot be called now, by this page's own account. */
const useWhyNot = (connection: LiveConnection, siteId: SiteId): string | null => {
  const words = useWords(callWords);
  const live = useLiveState(connection, liveOf);
  if (live === null || mayBeTakenAside(live, siteId)) return null;
  return live.conference.status === 'closed' ? words.over : words.busy;
};

/** Calls a site beside the programme: its picture, its sound and its level, and this computer's microphone. */
const TestCall = ({ connection, seatId, site, media }: TestCallProps & { media: CallMedia }) => {
  const words = useWords(callWords);
  const { holding, heard, problem, begin, end } = useCall(connection, seatId, site.siteId, media);
  const [dismissed, dismiss] = useState(problem);
  const whyNot = useWhyNot(connection, site.siteId);
  const isHeld = holding.status === 'held';
  const status = isHeld ? (holding.isOpen ? words.open : words.connecting) : null;
  useAnnounceChange(status, 'polite');
  const said = <StatusLine problem={problem === dismissed ? null : problem} onDismiss={() => dismiss(problem)} />;
  if (!isHeld)
    return (
      <div className="call">
        {said}
        <Button icon={IconPhoneCall} disabled={whyNot !== null} label={words.title(site.name)} onPress={begin}>
          {words.call}
        </Button>
        <p className="small muted">{whyNot ?? words.hint}</p>
      </div>
    );
  return (
    <section
      className="call held"
      aria-label={words.title(site.name)}
      data-call={holding.isOpen ? 'open' : 'connecting'}
    >
      <div className="call-picture">{heard && <Picture picture={heard.picture} />}</div>
      {heard && <Level level={heard.level} label={words.level} />}
      <div className="call-foot">
        <Tag tone={holding.isOpen ? 'green' : 'amber'} icon={IconPhoneCall}>
          {status ?? ''}
        </Tag>
        <Button size="small" icon={IconPhoneOff} onPress={end}>
          {words.end}
        </Button>
      </div>
    </section>
  );
};

/** As the screens put it together with their media. */
export const withMedia = (media: CallMedia) => (props: TestCallProps) => <TestCall {...props} media={media} />;
