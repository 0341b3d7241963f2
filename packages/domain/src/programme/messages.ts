import { z } from 'zod';
import {
  line,
  ContentId,
  FilmId,
  Layout,
  PollingId,
  RowId,
  SeatId,
  SiteId,
  SiteLine,
  SourceId,
} from '../kernel/index.ts';

/** What the programme is about: a site (the hall is one), or the title card. Its layout says how it is seen. */
export const Source = z.discriminatedUnion('kind', [
  /** `sourceId`: a further camera of the site; without one, its room screen's own. */
  z.object({ kind: z.literal('site'), siteId: SiteId, sourceId: SourceId.optional() }),
  z.object({ kind: z.literal('title') }),
]);
export type Source = z.infer<typeof Source>;

/** What a site has besides the camera and the microphone of its room screen. */
export const SourceKind = z.enum(['camera', 'microphone']);
export type SourceKind = z.infer<typeof SourceKind>;
/** As the people of the site call it; told beside the events. */
export const SourceName = line(60);

/** Most sites of one polling. */
export const MAX_POLLED = 200;

/** In preview, for the desks; on air; or on air while a roll call is open. */
export const PollingMode = z.enum(['preview', 'onAir', 'rollCall']);
export type PollingMode = z.infer<typeof PollingMode>;
/** The modes whose pictures all rooms see. */
export const ShownBy = PollingMode.exclude(['preview']);
export type ShownBy = z.infer<typeof ShownBy>;
/** `hand`: the operator chose another picture; `layout`: a mosaic or a title card was laid over it. */
export const PollingPause = z.enum(['operator', 'hand', 'layout', 'speech', 'pause']);
export type PollingPause = z.infer<typeof PollingPause>;
/** `done`: all were shown; `nobody`: none was there. */
export const PollingEnd = z.enum(['operator', 'done', 'nobody', 'rollCall', 'closed']);
export type PollingEnd = z.infer<typeof PollingEnd>;

/** Where content comes from: a second camera of the room's computer, or the screen of who serves the site. */
export const ContentFrom = z.enum(['camera', 'screen']);
export type ContentFrom = z.infer<typeof ContentFrom>;
/** `hand`: somebody ended it; `right`: its site may not show it any more; `missing`: it did not arrive. */
export const ContentEnd = z.enum(['hand', 'right', 'missing']);
export type ContentEnd = z.infer<typeof ContentEnd>;

/** As people call it; told beside the record, never in an event. */
export const FilmTitle = line(120);

/** `hand`: it was over, or somebody ended it; `closed`: with the conference; `missing`: it did not arrive. */
export const FilmEnd = z.enum(['hand', 'closed', 'missing']);
export type FilmEnd = z.infer<typeof FilmEnd>;

const shownContent = { contentId: ContentId };

const move = z.number().int().min(0);
const place = z
  .number()
  .int()
  .min(0)
  .max(MAX_POLLED - 1);
/** How long a site is shown. */
const seconds = z.number().int().min(10).max(120);
const polled = { pollingId: PollingId };

export const ProgrammeCommand = z.discriminatedUnion('type', [
  /** Without a layout: one picture. */
  z.strictObject({ type: z.literal('programme.preview'), source: Source, layout: Layout.optional() }),
  z.strictObject({ type: z.literal('programme.cut'), source: Source, layout: Layout.optional() }),
  /** The layout alone: the source goes on as it does, after the floor or by hand. */
  z.strictObject({ type: z.literal('programme.layout'), layout: Layout }),
  z.strictObject({ type: z.literal('programme.takeOver') }),
  z.strictObject({ type: z.literal('programme.follow') }),
  z.strictObject({ type: z.literal('programme.lowerThird'), shown: z.boolean() }),
  /** By the reconciler: a site that should be seen or heard has been missing for 5 s, or is back. */
  z.strictObject({ type: z.literal('programme.reportMissing'), siteId: SiteId }),
  z.strictObject({ type: z.literal('programme.reportBack'), siteId: SiteId }),
  /** A further camera or a table microphone of a site; the id is made by the page, the name goes with it. */
  z.strictObject({ type: z.literal('programme.addSource'), siteId: SiteId, sourceId: SourceId, kind: SourceKind }),
  /** The new name goes with it. */
  z.strictObject({ type: z.literal('programme.renameSource'), siteId: SiteId, sourceId: SourceId }),
  z.strictObject({ type: z.literal('programme.removeSource'), siteId: SiteId, sourceId: SourceId }),
  /** Whether a microphone is part of what its site sends when it may be heard; null: that of its room screen. */
  z.strictObject({
    type: z.literal('programme.mixMicrophone'),
    siteId: SiteId,
    sourceId: SourceId.nullable(),
    open: z.boolean(),
  }),
  /** The id is made by the page. */
  z.strictObject({ type: z.literal('programme.startContent'), ...shownContent, siteId: SiteId, from: ContentFrom }),
  z.strictObject({ type: z.literal('programme.stopContent'), ...shownContent }),
  /** By the reconciler: its picture does not arrive. */
  z.strictObject({ type: z.literal('programme.reportContentMissing'), ...shownContent }),
  /** By the reconciler: the line of a site that is on air or has the floor; null: it is neither any more. */
  z.strictObject({ type: z.literal('programme.noteLine'), siteId: SiteId, line: SiteLine.nullable() }),
  /**
   * From the player of the operator who says so: over all else that is on air. The id is made by the page; `rowId`: it is
   * the film of this row, loaded there.
   */
  z.strictObject({ type: z.literal('programme.startFilm'), filmId: FilmId, rowId: RowId.optional() }),
  z.strictObject({ type: z.literal('programme.stopFilm'), filmId: FilmId }),
  /** By the reconciler: its picture does not arrive. */
  z.strictObject({ type: z.literal('programme.reportFilmMissing'), filmId: FilmId }),
  /** By the reconciler: no page of the operator is there any more, nor are the files that were ready in it. */
  z.strictObject({ type: z.literal('programme.reportFilmDeskGone'), seatId: SeatId }),
  /** The file of a row's film is ready on the computer of the operator who says so, or not any more. */
  z.strictObject({ type: z.literal('programme.loadFilm'), rowId: RowId }),
  z.strictObject({ type: z.literal('programme.unloadFilm'), rowId: RowId }),
  /** The film of a row, from where it is loaded; nothing while it is nowhere. Part of "Tiếp". */
  z.strictObject({ type: z.literal('programme.startRowFilm'), rowId: RowId }),
  /** The sites in this order; the id is made by the page. */
  z.strictObject({
    type: z.literal('programme.startPolling'),
    ...polled,
    mode: PollingMode,
    siteIds: z.array(SiteId).min(1).max(MAX_POLLED),
    seconds,
    /** From the first again after the last; a roll call asks each site once. */
    repeat: z.boolean(),
  }),
  z.strictObject({ type: z.literal('programme.pausePolling'), ...polled }),
  z.strictObject({ type: z.literal('programme.resumePolling'), ...polled }),
  /** To the site at `place`, now; `move` is the polling's as the page saw it. */
  z.strictObject({ type: z.literal('programme.jumpPolling'), ...polled, move, place }),
  z.strictObject({ type: z.literal('programme.stopPolling'), ...polled }),
  /** By the deadline of a step. `absent`: its sites whose room screen is not connected. */
  z.strictObject({
    type: z.literal('programme.stepPolling'),
    ...polled,
    move,
    absent: z.array(SiteId).max(MAX_POLLED),
  }),
]);
export type ProgrammeCommand = z.infer<typeof ProgrammeCommand>;

export const ProgrammeEvent = z.discriminatedUnion('type', [
  /** The source changes, the layout stays; so do the cuts of streams from before there were layouts. */
  z.object({ type: z.literal('previewSet'), source: Source }),
  /** `polling`: it is one of a polling. */
  z.object({ type: z.literal('pictureCut'), source: Source, polling: ShownBy.optional() }),
  z.object({ type: z.literal('layoutPreviewed'), source: Source, layout: Layout }),
  z.object({ type: z.literal('layoutCut'), source: Source, layout: Layout, polling: ShownBy.optional() }),
  z.object({ type: z.literal('programmeModeSet'), mode: z.enum(['follow', 'manual']) }),
  z.object({ type: z.literal('lowerThirdSet'), shown: z.boolean() }),
  z.object({ type: z.literal('sourceAdded'), siteId: SiteId, sourceId: SourceId, kind: SourceKind }),
  z.object({ type: z.literal('sourceRenamed'), siteId: SiteId, sourceId: SourceId }),
  z.object({ type: z.literal('sourceRemoved'), siteId: SiteId, sourceId: SourceId }),
  z.object({
    type: z.literal('microphoneMixed'),
    siteId: SiteId,
    sourceId: SourceId.nullable(),
    open: z.boolean(),
  }),
  z.object({ type: z.literal('contentStarted'), ...shownContent, siteId: SiteId, from: ContentFrom }),
  z.object({ type: z.literal('contentStopped'), ...shownContent, reason: ContentEnd }),
  /** `seatId`: the operator's whose player it comes from; `rowId`: it is the film of a row of the run sheet. */
  z.object({ type: z.literal('filmStarted'), filmId: FilmId, seatId: SeatId, rowId: RowId.optional() }),
  z.object({ type: z.literal('filmStopped'), filmId: FilmId, reason: FilmEnd }),
  /** Desks only: where the film of a row is ready. */
  z.object({ type: z.literal('filmLoaded'), rowId: RowId, seatId: SeatId }),
  z.object({ type: z.literal('filmUnloaded'), rowId: RowId, seatId: SeatId }),
  z.object({ type: z.literal('sourceLost'), siteId: SiteId }),
  z.object({ type: z.literal('sourceBack'), siteId: SiteId }),
  z.object({ type: z.literal('lineNoted'), siteId: SiteId, line: SiteLine.nullable() }),
  z.object({
    type: z.literal('pollingStarted'),
    ...polled,
    mode: PollingMode,
    siteIds: z.array(SiteId),
    seconds,
    repeat: z.boolean(),
    /** The picture followed the floor until then. */
    followed: z.boolean(),
  }),
  /** `place` null: no site is left. `passedOver`: sites before it that were missing. */
  z.object({
    type: z.literal('pollingStepped'),
    ...polled,
    move,
    place: place.nullable(),
    passedOver: z.array(SiteId),
    seconds,
  }),
  z.object({ type: z.literal('pollingMoved'), ...polled, move, place }),
  z.object({ type: z.literal('pollingPaused'), ...polled, reason: PollingPause }),
  z.object({ type: z.literal('pollingResumed'), ...polled, move, followed: z.boolean() }),
  z.object({ type: z.literal('pollingStopped'), ...polled, reason: PollingEnd }),
]);
export type ProgrammeEvent = z.infer<typeof ProgrammeEvent>;
