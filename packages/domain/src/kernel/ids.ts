import { z } from 'zod';

/** UUIDs (version 7 when we make them), branded so that one kind cannot stand for another. */
const id = <B extends string>() => z.uuid().brand<B>();

export const ConferenceId = id<'ConferenceId'>();
export type ConferenceId = z.infer<typeof ConferenceId>;
export const UnitId = id<'UnitId'>();
export type UnitId = z.infer<typeof UnitId>;
export const SiteId = id<'SiteId'>();
export type SiteId = z.infer<typeof SiteId>;
export const SeatId = id<'SeatId'>();
export type SeatId = z.infer<typeof SeatId>;
export const SpeakerId = id<'SpeakerId'>();
export type SpeakerId = z.infer<typeof SpeakerId>;
export const RequestId = id<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;
export const TurnId = id<'TurnId'>();
export type TurnId = z.infer<typeof TurnId>;
export const CommandId = id<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;
export const AccountId = id<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;
export const AgendaItemId = id<'AgendaItemId'>();
export type AgendaItemId = z.infer<typeof AgendaItemId>;
export const RowId = id<'RowId'>();
export type RowId = z.infer<typeof RowId>;
export const RollCallId = id<'RollCallId'>();
export type RollCallId = z.infer<typeof RollCallId>;
export const TemplateId = id<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;
export const DelegateId = id<'DelegateId'>();
export type DelegateId = z.infer<typeof DelegateId>;
export const PollingId = id<'PollingId'>();
export type PollingId = z.infer<typeof PollingId>;
export const ContentId = id<'ContentId'>();
export type ContentId = z.infer<typeof ContentId>;
export const FilmId = id<'FilmId'>();
export type FilmId = z.infer<typeof FilmId>;
