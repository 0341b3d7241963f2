import { createHash } from 'node:crypto';
import type { Transaction, Db } from '../db/index.ts';

export type StreamTable = { id: string; kind: string; head: number; hash: Buffer };
export type EventTable = {
  stream_id: string;
  seq: number;
  type: string;
  version: number;
  data: string;
  actor: string;
  command_id: string;
  at: Date;
  hash: Buffer;
};
export type CommandDoneTable = { stream_id: string; command_id: string; first_seq: number; last_seq: number };
export type DeadlineTable = { stream_id: string; key: string; due_at: Date; command: string };
export type StoreTables = {
  stream: StreamTable;
  event: EventTable;
  command_done: CommandDoneTable;
  deadline: DeadlineTable;
};

export const tables = (db: Db) => db.withTables<StoreTables>();
export const tablesIn = (trx: Transaction) => trx.withTables<StoreTables>();

export type Unhashed = Omit<EventTable, 'hash'>;

/** Streams chain by hash: each event's covers the one before and all that is stored of itself. */
export const chain = (previous: Buffer, event: Unhashed): EventTable => {
  const { stream_id, seq, type, version, data, actor, command_id, at } = event;
  const fields = JSON.stringify([stream_id, seq, type, version, data, actor, command_id, at.getTime()]);
  return { ...event, hash: createHash('sha256').update(previous).update(fields).digest() };
};

/** Acts of a moderator are by direction of the chair, and recorded so. */
export const actorText = (actor: { readonly kind: string; readonly role?: string }): string =>
  JSON.stringify(actor.role === 'moderator' ? { ...actor, byDirectionOf: 'chair' } : actor);
