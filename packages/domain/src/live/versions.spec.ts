import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import v1 from './fixtures/v1.json' with { type: 'json' };
import { LiveEvent, readEvent, typesOf, UnknownEvent } from './index.ts';

type Stored = { readonly type: string; readonly version: number; readonly data: object };
/** Events as they stand in the databases of those who use the product. Rows are added, never changed. */
const stored: readonly Stored[] = v1;

describe('W11: stored events can be read for ever', () => {
  it.each(stored)('W11: $type of version $version: $data', ({ type, version, data }) => {
    expect(readEvent(type, version, data)).toEqual({ ...data, type });
  });

  it('W11: every type of event has its fixture', () => {
    expect([...new Set(stored.map(({ type }) => type))].toSorted()).toEqual([...typesOf(LiveEvent)].toSorted());
  });

  it('W11: what is in the row is not overruled by what is in its data', () => {
    expect(readEvent('conferenceOpened', 1, { type: 'conferenceClosed' })).toEqual({ type: 'conferenceOpened' });
  });
});

describe('W11: an unknown event stops the reader', () => {
  it.each([
    ['a type that is not known', 'ballotOpened', 1, {}],
    ['a newer version', 'conferenceOpened', 2, {}],
    ['version 0', 'conferenceOpened', 0, {}],
    ['a missing part', 'floorWithdrawn', 1, {}],
    ['a part of another shape', 'floorWithdrawn', 1, { requestId: 'x' }],
    ['a code that is not known', 'programmeModeSet', 1, { mode: 'auto' }],
    ['no data', 'conferenceOpened', 1, null],
    ['data that are a text', 'conferenceOpened', 1, '{}'],
  ])('W11: %s', (_, type, version, data) => {
    expect(() => readEvent(type, version, data)).toThrow(UnknownEvent);
    expect(() => readEvent(type, version, data)).toThrow(
      `event ${type} of version ${version} is newer than this program`,
    );
  });
});

/** Paths of a schema at which a person's words could stand: strings that are no id, code or literal. */
const freeText = (schema: z.core.$ZodType, path: string): string[] => {
  if (schema instanceof z.ZodLiteral || schema instanceof z.ZodEnum) return [];
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodUUID) return [];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return freeText(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return freeText(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => freeText(option, path));
  if (schema instanceof z.ZodObject) {
    const parts: [string, z.core.$ZodType][] = Object.entries(schema.shape);
    return parts.flatMap(([name, part]) => freeText(part, `${path}.${name}`));
  }
  return [`${path}: ${schema._zod.def.type}`];
};

describe('W7: events carry ids, numbers and codes', () => {
  it('W7: no event has a place for free text', () => {
    expect(freeText(LiveEvent, 'event')).toEqual([]);
  });

  it('W7: the search finds free text wherever it may hide', () => {
    const note = z.string();
    const hiding = z.object({
      note,
      nested: z.object({ notes: z.array(note.nullable()) }),
      either: z.union([z.literal('a'), z.email()]),
      whatever: z.unknown(),
      table: z.record(z.uuid(), z.uuid()),
      later: note.transform((text) => text.length),
    });
    expect(freeText(hiding, 'e')).toEqual([
      'e.note: string',
      'e.nested.notes[]: string',
      'e.either: string',
      'e.whatever: unknown',
      'e.table: record',
      'e.later: pipe',
    ]);
  });
});
