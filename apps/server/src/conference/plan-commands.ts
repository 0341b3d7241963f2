import { v5 } from 'uuid';
import { AgendaItemId, CommandId, RowId, SpeakerId, type ConferenceId, type SiteId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { RowAct } from '@diemcau/domain/run-sheet';
import type { ConferenceSnapshot, SnapshotAct, SnapshotPerson } from '@diemcau/domain/snapshot';
import type { CommandBody, CommandTexts } from '@diemcau/domain/wire';

type Target = { readonly conferenceId: ConferenceId; readonly hallId: SiteId };

/**
 * The commands that write the plan of a snapshot into a conference, in order. Their ids, and those of all they make,
 * follow from the conference and the snapshot: sent again they are done once.
 */
export const planCommands = (
  snapshot: ConferenceSnapshot,
  { conferenceId, hallId }: Target,
): readonly CommandBody[] => {
  const idOf = (what: string) => v5(`made:${what}`, conferenceId);
  const itemOf = (key: string | null) => (key === null ? null : AgendaItemId.parse(idOf(`item:${key}`)));
  const speakerOf = (key: string | null) => (key === null ? null : SpeakerId.parse(idOf(`speaker:${key}`)));
  const names = new Map(snapshot.speakers.map(({ key, ...text }) => [key, text]));
  const textOf = (key: string | null | undefined) => (key == null ? undefined : names.get(key));
  const body = (what: string, command: Command, texts: CommandTexts): CommandBody => ({
    id: CommandId.parse(idOf(`command:${what}`)),
    command,
    texts,
  });
  const place = ({ siteId, speaker }: SnapshotPerson) => ({ siteId: siteId ?? hallId, speakerId: speakerOf(speaker) });
  const actOf = (act: SnapshotAct): RowAct =>
    act.kind === 'speech'
      ? { ...act, speaker: place(act.speaker), reserve: act.reserve && place(act.reserve), requestId: null }
      : act;

  const items = snapshot.items.map(({ key, parent, kind, title, seconds }) =>
    body(
      `item:${key}`,
      {
        type: 'agenda.add',
        itemId: AgendaItemId.parse(idOf(`item:${key}`)),
        kind,
        seconds,
        // A person is of the site of their speech, which the rows name: presenters follow them.
        presenterId: null,
        parentId: itemOf(parent),
        before: null,
      },
      { title },
    ),
  );
  const rows = snapshot.rows.map(({ key, act, item, seconds, cue, note, layout, filmTitle }) => {
    const speaker = act.kind === 'speech' ? textOf(act.speaker.speaker) : undefined;
    const reserve = act.kind === 'speech' ? textOf(act.reserve?.speaker) : undefined;
    const rowId = RowId.parse(idOf(`row:${key}`));
    return body(
      `row:${key}`,
      {
        type: 'runSheet.add',
        rowId,
        act: actOf(act),
        itemId: itemOf(item),
        seconds,
        ...(layout ? { layout } : {}),
        ...(filmTitle === undefined ? {} : { film: true }),
        before: null,
      },
      {
        row: { cue, note, ...(filmTitle === undefined ? {} : { filmTitle }) },
        ...(speaker && { speaker }),
        ...(reserve && { reserve }),
      },
    );
  });
  const presenters = snapshot.items.flatMap(({ key, kind, title, seconds, presenter }) => {
    const speaker = textOf(presenter);
    if (!speaker) return [];
    const itemId = AgendaItemId.parse(idOf(`item:${key}`));
    const command = { type: 'agenda.change', itemId, kind, seconds, presenterId: speakerOf(presenter) } as const;
    return [body(`presenter:${key}`, command, { title, speaker })];
  });
  return [...items, ...rows, ...presenters];
};
