import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import { type Names, siteNamed } from '../../live/index.ts';
import { PollingDialog, PollingStrip, programmeWords } from '../../programme/index.ts';
import { type NowMs, useFormats, useWords } from '../../ui/index.ts';
import { type Polled, useAnswers } from './use-polling.ts';

export type PollingPartProps = { live: Live; names: Names; seatId: SeatId; nowMs: NowMs; polled: Polled };

/** The polling that goes on, above the wall. */
export const PollingPart = ({ live, names, seatId, nowMs, polled }: PollingPartProps) => {
  const words = useWords(programmeWords);
  const { count } = useFormats();
  const answers = useAnswers(seatId, live);
  const { polling } = live.programme;
  if (!polling || !polled.acts) return null;
  const answerOf = (siteId: SiteId): string => {
    const answer = answers.get(siteId);
    return answer?.answered ? words.polling.answered(count(answer.headCount ?? 0)) : words.polling.unanswered;
  };
  return (
    <PollingStrip
      polling={polling}
      nameOf={(siteId) => siteNamed(names, siteId)?.name ?? words.unnamedSite}
      nowMs={nowMs}
      acts={polled.acts}
      answerOf={polling.mode === 'rollCall' ? answerOf : null}
    />
  );
};

/** Which sites, where and for how long, before it begins. */
export const PollingWindow = ({ live, polled }: { live: Live; polled: Polled }) => {
  const { conference, floor, attendance } = live;
  const onAir = conference.status === 'open' && floor.turn === null;
  const may = { preview: true, onAir, rollCall: onAir && attendance.rollCall?.status === 'open' };
  return (
    <PollingDialog
      filter={polled.filter}
      onFilter={polled.setFilter}
      found={polled.found}
      may={may}
      onStart={polled.start}
      onClose={polled.close}
    />
  );
};
