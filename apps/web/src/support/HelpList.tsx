import './support.css';
import type { SeatId } from '@diemcau/domain/kernel';
import { type HelpId, type HelpOfSite, helpIsAt } from '@diemcau/domain/support';
import { IconUserCheck } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';

import { useSitesFound } from '../live/use-found.ts';
import {
  Button,
  EmptyState,
  FoundList,
  type NowMs,
  StatusLine,
  useAnnounceChange,
  useFormats,
  useTicking,
  useWords,
} from '../ui/index.ts';
import { helpWords } from './clerk-words.ts';
import { deskSupportWords } from './desk-words.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { supportPort } from './port.ts';
import { Since } from './Since.tsx';
import type { CallOf } from './SiteList.tsx';
import { useAct } from './use-act.ts';

const ROW_HEIGHT = 76;
/** So many need no list that scrolls within the page of a province. */
const FEW = 2;

type RowProps = {
  seatId: SeatId;
  help: HelpOfSite;
  isCentre: boolean;
  nowMs: NowMs;
  onTake: () => Promise<unknown>;
  onOpen: () => void;
};

const useWho = ({ seatId, help, isCentre, nowMs }: RowProps): { who: string; isWaiting: boolean } => {
  const words = useWords(deskSupportWords).requests;
  const { centre, province } = useWords(helpWords);
  const where = useTicking(
    nowMs,
    useCallback((now: number) => helpIsAt(help, now), [help]),
  );
  const { takenBy } = help;
  if (takenBy?.seatId === seatId) return { who: words.takenByMe, isWaiting: false };
  if (takenBy) return { who: words.takenBy(takenBy.name ?? (takenBy.isCentre ? centre : province)), isWaiting: false };
  const isOfOthers = isCentre && where === 'province';
  return { who: isOfOthers ? words.atProvince : words.untaken, isWaiting: !isOfOthers };
};

const Row = (props: RowProps) => {
  const { help, nowMs, onTake, onOpen } = props;
  const words = useWords(deskSupportWords).requests;
  const { short } = useWords(helpWords);
  const { who, isWaiting } = useWho(props);
  const what = help.note === '' ? short[help.kind] : `${short[help.kind]}: ${help.note}`;
  return (
    <div className={`sup-request ${isWaiting ? 'waiting' : ''}`}>
      <Since at={help.openedAt} nowMs={nowMs} />
      <div className="sup-request-what">
        <p className="ell" title={`${help.site.name}, ${help.site.province ?? ''}`}>
          <b>{help.site.name}</b>
        </p>
        <p className="small ell" title={what}>
          {what}
        </p>
        <p className="small muted ell" title={who}>
          {who}
        </p>
      </div>
      {help.takenBy ? (
        <Button size="small" label={words.openOf(help.site.name)} onPress={onOpen}>
          {words.open1}
        </Button>
      ) : (
        <Button
          size="small"
          tone={isWaiting ? 'primary' : 'plain'}
          icon={IconUserCheck}
          label={words.takeOf(help.site.name)}
          onPress={async () => {
            await onTake();
            onOpen();
          }}
        >
          {words.take}
        </Button>
      )}
    </div>
  );
};

export type HelpListProps = {
  seatId: SeatId;
  /** The centre sees the requests of all sites, a province those of its communes. */
  isCentre: boolean;
  /** Another one when a request changed. */
  told: string;
  nowMs: NowMs;
  call: CallOf;
};

/** Open requests with their clocks; one opened shows what can be done with it. */
export const HelpList = ({ seatId, isCentre, told, nowMs, call }: HelpListProps) => {
  const words = useWords(deskSupportWords).requests;
  const { kinds } = useWords(helpWords);
  const { count } = useFormats();
  const [port] = useState(() => supportPort(seatId));
  const [opened, open] = useState<HelpId | null>(null);
  const act = useAct();
  const key = useMemo(() => ['helps', seatId, String(isCentre)], [seatId, isCentre]);
  const list = useSitesFound(key, (cursor, signal) => port.helps(isCentre, cursor, signal), told);
  const { rows, retry } = list;
  const newest = rows.reduce<HelpOfSite | null>(
    (latest, one) => (latest === null || one.openedAt > latest.openedAt ? one : latest),
    null,
  );
  useAnnounceChange(newest && words.newest(newest.site.name, kinds[newest.kind]), 'polite');
  const shown = rows.find(({ helpId }) => helpId === opened);
  return (
    <div className={`sup-list ${(list.total ?? 0) <= FEW ? 'few' : ''}`}>
      <StatusLine problem={act.problem} onDismiss={act.dismiss} />
      <FoundList
        list={list}
        keyOf={({ helpId }) => helpId}
        rowHeight={ROW_HEIGHT}
        label={words.title}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
        shown={(total) => words.shown(count(total))}
      >
        {(help) => (
          <Row
            {...{ seatId, help, isCentre, nowMs }}
            onOpen={() => open(help.helpId)}
            onTake={async () => {
              await act.run(() => port.take(help.site.siteId, help.helpId, null));
              retry();
            }}
          />
        )}
      </FoundList>
      {shown && (
        <HelpDialog {...{ seatId, isCentre, nowMs, call }} help={shown} onDone={retry} onClose={() => open(null)} />
      )}
    </div>
  );
};
