// From the description of an input (JSON Schema, as OpenAPI has it): one that is taken, and values that must not be.
import { randomUUID } from 'node:crypto';

export type InputSchema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: InputSchema;
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly InputSchema[];
  readonly oneOf?: readonly InputSchema[];
};

/** An input that the schema takes. Every part that may be left out is there. */
export const sampleOf = (schema: InputSchema): unknown => {
  const one = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])][0];
  if (one) return sampleOf(one);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [type] = [schema.type].flat();
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sampleOf(part)]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => sampleOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      // The smallest integer of JavaScript stands for "none is too small".
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case undefined:
    default:
      return schema.format === 'uuid' ? randomUUID() : schema.format === 'date-time' ? new Date().toISOString() : 'a';
  }
};

const KINDS: readonly (readonly [kind: string, value: unknown])[] = [
  ['null', null],
  ['integer', 7],
  ['number', 0.5],
  ['boolean', true],
  ['array', []],
  ['array', [{}]],
  ['object', {}],
  ['object', { $gt: '' }],
  ['string', ''],
  ['string', 'x'.repeat(5000)],
];

const kindsOf = (schema: InputSchema): readonly string[] =>
  [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(kindsOf).concat([schema.type ?? []].flat());
const isListed = (schema: InputSchema): boolean =>
  'const' in schema || schema.enum !== undefined || [schema.anyOf, schema.oneOf].some((of) => of?.every(isListed));

/** Values of every type but its own, and of its own what is empty, too long or not of the list. */
export const unfitFor = (schema: InputSchema): readonly unknown[] => {
  const kinds = kindsOf(schema);
  return KINDS.filter(([kind, value]) => {
    if (kind === 'null' || kind === 'boolean') return !kinds.includes(kind);
    if (kind === 'integer') return !kinds.includes('integer') && !kinds.includes('number');
    if (kind === 'number') return !kinds.includes('number');
    if (kind === 'array') return !kinds.includes('array') || (value as readonly unknown[]).length > 0;
    if (kind === 'object') return !kinds.includes('object') || JSON.stringify(value) !== '{}';
    // A text that may be empty is for the tests of what it means.
    return !kinds.includes('string') || isListed(schema) || value !== '';
  }).map(([, value]) => value);
};
