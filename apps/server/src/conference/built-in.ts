import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Template } from '@diemcau/domain/snapshot';
import { TemplateId, foldText } from '@diemcau/domain/kernel';
import { ConferenceSnapshot } from '@diemcau/domain/snapshot';

const BuiltIn = z.object({ templateId: TemplateId, name: z.string(), snapshot: ConferenceSnapshot });
type BuiltIn = z.infer<typeof BuiltIn>;

/** Templates of the usual conferences, which come with the product. */
const all: readonly BuiltIn[] = z
  .array(BuiltIn)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'built-in.json'), 'utf8')));

const toTemplate = ({ templateId, name, snapshot }: BuiltIn): Template => ({
  templateId,
  name,
  builtIn: true,
  kind: snapshot.kind,
  hallName: null,
  sites: 0,
  items: snapshot.items.length,
  rows: snapshot.rows.length,
  madeAt: null,
});

export const builtInTemplates = (q: string): readonly Template[] =>
  all.filter(({ name }) => q.split(' ').every((word) => foldText(name).includes(word))).map(toTemplate);

export const builtInSnapshot = (templateId: TemplateId): ConferenceSnapshot | null =>
  all.find((each) => each.templateId === templateId)?.snapshot ?? null;

export const builtInTemplate = (templateId: TemplateId): Template | null => {
  const found = all.find((each) => each.templateId === templateId);
  return found ? toTemplate(found) : null;
};
