import './support.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { SupportFrame } from '@diemcau/domain/wire';
import { useInterval, useThrottledValue } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { Button, type NowMs, Panel, Tag, useFormats, useWords } from '../ui/index.ts';
import { deskSupportWords } from './desk-words.ts';
import { HelpList } from './HelpList.tsx';
import { supportPort } from './port.ts';
import { ProvinceCards } from './ProvinceCards.tsx';
import { type CallOf, SiteList } from './SiteList.tsx';

/** Lists are read anew at most this often, however much is told. */
const READ_EVERY_MS = 3000;
/** And so often without a word: the numbers of lines move on. */
const TICK_MS = 30_000;

const useTick = (everyMs: number): number => {
  const [tick, set] = useState(0);
  const { start, stop } = useInterval(() => set((n) => n + 1), everyMs);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return tick;
};

const sumOf = ({ provinces }: SupportFrame, of: 'sites' | 'ready' | 'help'): number =>
  provinces.reduce((all, province) => all + province[of], 0);

/** "3.190 / 3.355 sẵn sàng" and how many call for help, in the bar of the desk. */
export const ReadyTags = ({ support }: { support: SupportFrame }) => {
  const words = useWords(deskSupportWords).bar;
  const { count } = useFormats();
  const [sites, ready, help] = [sumOf(support, 'sites'), sumOf(support, 'ready'), sumOf(support, 'help')];
  return (
    <>
      {help > 0 && <Tag tone="amber">{words.help(count(help))}</Tag>}
      <Tag tone={ready === sites ? 'green' : 'plain'}>{words.ready(count(ready), count(sites))}</Tag>
    </>
  );
};

type Props = {
  seatId: SeatId;
  support: SupportFrame;
  nowMs: NowMs;
  call: CallOf;
  playback: CallOf;
  messages: Messages;
};

/** What stands in the place of the requests when it is opened; the screen puts it there. */
export type Messages = {
  readonly opener: (open: () => void) => ReactNode;
  /** @param siteId whose conversation is opened; null: the list */
  readonly panel: (siteId: SiteId | null, back: () => void) => ReactNode;
};

const Sites = ({
  seatId,
  support,
  opened,
  onBack,
  told,
  call,
  playback,
  onWrite,
}: Omit<Props, 'messages'> & {
  opened: string | null;
  onBack: () => void;
  told: string;
  onWrite: (siteId: SiteId) => void;
}) => {
  const words = useWords(deskSupportWords);
  const { count } = useFormats();
  const [port] = useState(() => supportPort(seatId));
  const province = support.provinces.find(({ code }) => (code ?? '') === opened);
  const name = province ? (province.name ?? words.provinces.centre) : words.sites.all;
  const [ready, sites] = province
    ? [province.ready, province.sites]
    : [sumOf(support, 'ready'), sumOf(support, 'sites')];
  return (
    <Panel
      title={words.sites.title(name, count(ready), count(sites))}
      body="flush"
      actions={
        province && (
          <Button size="small" icon={IconArrowLeft} onPress={onBack}>
            {words.sites.back}
          </Button>
        )
      }
    >
      <SiteList
        seatId={seatId}
        listKey={opened ?? 'all'}
        read={(asked, cursor, signal) => port.sites(opened, asked, cursor, signal)}
        told={told}
        ownSiteId={null}
        call={call}
        playback={playback}
        onWrite={onWrite}
      />
    </Panel>
  );
};

/** Provinces worst first, the sites of one, and who calls for help. */
export const TechDesk = ({ seatId, support, nowMs, call, playback, messages }: Props) => {
  const words = useWords(deskSupportWords);
  const { count } = useFormats();
  const [opened, open] = useState<string | null>(null);
  const [reading, read] = useState<{ readonly siteId: SiteId | null } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const told = `${useTick(TICK_MS)} ${JSON.stringify(useThrottledValue(support, READ_EVERY_MS))}`;
  // On a phone the sites stand below all provinces.
  const show = (code: string) => {
    open(code);
    read(null);
    place.current?.scrollIntoView({ block: 'nearest' });
  };
  const help = sumOf(support, 'help');
  const provinces = support.provinces.filter(({ code }) => code !== null).length;
  return (
    <main className={`sup-desk ${reading ? 'reading' : ''}`}>
      <Panel
        title={words.provinces.title(count(provinces))}
        note={<span className="small muted">{words.provinces.order}</span>}
        className="sup-provinces"
        scroll
      >
        <ProvinceCards provinces={support.provinces} opened={opened} onOpen={show} />
      </Panel>
      <div ref={place} className="sup-sites">
        <Sites
          {...{ seatId, support, nowMs, opened, told, call, playback }}
          onBack={() => open(null)}
          onWrite={(siteId) => read({ siteId })}
        />
      </div>
      <div className="sup-requests">
        {reading ? (
          messages.panel(reading.siteId, () => read(null))
        ) : (
          <Panel
            title={words.requests.title}
            body="flush"
            note={help > 0 && <Tag tone="amber">{words.requests.open(count(help))}</Tag>}
            actions={messages.opener(() => read({ siteId: null }))}
          >
            <HelpList seatId={seatId} isCentre told={told} nowMs={nowMs} call={call} />
          </Panel>
        )}
      </div>
    </main>
  );
};
