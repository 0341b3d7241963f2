import './paper.css';
import type { ConferenceDetail } from '@diemcau/domain/conference';
import type { AgendaItemId } from '@diemcau/domain/kernel';
import { Fragment } from 'react';

import { agendaWords, type ItemRow } from '../../agenda/index.ts';
import {
  cueOfRow,
  plannedStarts,
  runSheetWords,
  sectionsOf,
  type SheetRow,
  useRowTexts,
  useSay,
} from '../../run-sheet/index.ts';
import { useFormats, useWords } from '../../ui/index.ts';
import { agendaScreenWords } from './words.ts';

const Head = ({ conference }: { conference: ConferenceDetail }) => {
  const words = useWords(agendaScreenWords).paper;
  const { time, date, count } = useFormats();
  const { name, startsAt, hall, invited } = conference;
  return (
    <header className="paper-head">
      <p className="paper-nation">
        <b>{words.nation}</b>
        <b className="paper-motto">{words.motto}</b>
      </p>
      <h1>{words.title}</h1>
      <p className="paper-name">{name}</p>
      <p>{words.when(time(startsAt), date(startsAt))}</p>
      <p>{words.where(hall.name, count(invited))}</p>
    </header>
  );
};

export type PaperProps = {
  conference: ConferenceDetail;
  items: readonly ItemRow[];
  rows: readonly SheetRow[];
  titles: Readonly<Record<string, string>>;
};

/** The run sheet on paper, A4 at 14 points as administrative papers are set; on the screen it is not there. */
export const Paper = ({ conference, items, rows, titles }: PaperProps) => {
  const words = useWords(agendaScreenWords).paper;
  const agenda = useWords(agendaWords);
  const texts = useRowTexts();
  const runSheet = useWords(runSheetWords);
  const say = useSay();
  const { time, number } = useFormats();
  const startsAt = Date.parse(conference.startsAt);
  const starts = plannedStarts(rows, startsAt);
  const itemOf = (itemId: AgendaItemId | null) => items.find((item) => item.itemId === itemId);
  const said = (row: SheetRow) => {
    const item = row.itemId === null ? null : (titles[row.itemId] ?? null);
    return cueOfRow(row, { conference: conference.name, item, thank: null, returnsAt: null }, say);
  };
  return (
    <article className="paper" aria-hidden>
      <Head conference={conference} />
      <table>
        <thead>
          <tr>
            <th className="paper-place">{words.columns.place}</th>
            <th className="paper-time">{words.columns.time}</th>
            <th>{words.columns.content}</th>
            <th className="paper-who">{words.columns.who}</th>
          </tr>
        </thead>
        <tbody>
          {sectionsOf(rows).map(({ itemId, rows: within }) => {
            const item = itemOf(itemId);
            return (
              <Fragment key={within[0]?.rowId}>
                {item && (
                  <tr className="paper-item">
                    <td colSpan={4}>{agenda.itemLong(item.number, item.title)}</td>
                  </tr>
                )}
                {within.map((row) => (
                  <tr key={row.rowId}>
                    <td className="paper-place">{row.place}</td>
                    <td className="paper-time">
                      {time(starts.get(row.rowId) ?? startsAt)}
                      {row.seconds !== null && <p>{words.minutes(number(row.seconds / 60))}</p>}
                    </td>
                    <td>
                      <p>
                        <b>{texts.kind(row)}</b>
                      </p>
                      <p className="paper-words">{said(row)}</p>
                      {row.layout && <p>{texts.layoutLine(row)}</p>}
                      {row.film && <p>{runSheet.film(row.film.title)}</p>}
                      {row.note !== '' && (
                        <p>
                          <i>{row.note}</i>
                        </p>
                      )}
                    </td>
                    <td className="paper-who">
                      {row.speaker && (
                        <>
                          <p>
                            <b>{texts.who(row.speaker)}</b>
                          </p>
                          {row.speaker.person && <p>{row.speaker.person.position}</p>}
                          {row.speaker.person && <p>{texts.place(row.speaker)}</p>}
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </article>
  );
};
