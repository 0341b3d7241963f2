import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleOf, unfitFor, type InputSchema } from '@diemcau/testkit';
import { Command } from '@diemcau/domain/live';

const { oneOf: schemas = [] } = z.toJSONSchema(Command, { io: 'input' }) as InputSchema;
const cases = schemas.map((schema) => {
  const sample = sampleOf(schema) as Readonly<Record<string, unknown>>;
  return { schema, sample, type: String(sample['type']) };
});
const isTaken = (command: unknown) => Command.safeParse(command).success;

describe('W6: each field of each command', () => {
  it.each(cases)('W6: $type: missing, too long, of a wrong type or unknown, it is refused', ({ schema, sample }) => {
    expect(isTaken(sample)).toBe(true);
    expect(isTaken({ ...sample, byDirectionOf: 'chair' })).toBe(false);
    for (const [name, part] of Object.entries(schema.properties ?? {})) {
      const { [name]: _left, ...without } = sample;
      expect([name, isTaken(without)]).toEqual([name, schema.required?.includes(name) === false]);
      for (const value of unfitFor(part))
        expect([name, value, isTaken({ ...sample, [name]: value })]).toEqual([name, value, false]);
    }
    for (const [name, { items = {}, maxItems = Number.NaN }] of Object.entries(schema.properties ?? {}).filter(
      ([, part]) => part.maxItems !== undefined,
    ))
      expect(isTaken({ ...sample, [name]: Array.from({ length: maxItems + 1 }, () => sampleOf(items)) })).toBe(false);
  });

  it('W6: there is a case for every command', () => {
    expect(cases.map(({ type }) => type)).toEqual(Command.options.map((option) => option.shape.type.value));
  });
});
