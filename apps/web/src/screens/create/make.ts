import { ConferenceDetail } from '@diemcau/domain/conference';
import { type Template } from '@diemcau/domain/snapshot';
import { useEffect, useState } from 'react';
import { z } from 'zod';

import { type MakeDraft, type MakeSource, useConference, useTemplate } from '../../conference/index.ts';

/** What `/c/new?copy=<conference>` and `/c/new?template=<template>` make a conference from; null: from nothing. */
export const sourceIn = (search: string): MakeSource | null => {
  const query = new URLSearchParams(search);
  const [copy, template] = [query.get('copy'), query.get('template')];
  if (copy !== null) return { kind: 'copy', id: copy };
  return template === null ? null : { kind: 'template', id: template };
};

/** The source as the form shows it. `hallName` null: whoever makes a conference from it chooses one. */
export type Known = Pick<Template, 'name' | 'kind' | 'hallName' | 'sites' | 'items' | 'rows'> & {
  readonly startsAt: string | null;
};

const ofConference = ({ name, kind, hall, invited, preparation, startsAt }: ConferenceDetail): Known => {
  const { items, rows } = preparation;
  return { name, kind, hallName: hall.name, sites: invited, items, rows, startsAt };
};

export const useSource = ({ kind, id }: MakeSource) => {
  const conference = useConference(kind === 'copy' ? id : null);
  const template = useTemplate(kind === 'template' ? id : null);
  const { error, refetch } = kind === 'copy' ? conference : template;
  const known: Known | null =
    kind === 'copy'
      ? conference.data
        ? ofConference(conference.data)
        : null
      : template.data
        ? { ...template.data, startsAt: null }
        : null;
  return { known, error, refetch };
};

const Kept = z.object({
  conferenceId: z.uuid(),
  name: z.string(),
  date: z.string(),
  time: z.string(),
  hallSiteId: z.string().nullable(),
});

const keyOf = ({ kind, id }: MakeSource) => `diemcau.make.${kind}.${id}`;

const stored = (source: MakeSource): MakeDraft | null => {
  try {
    const text = sessionStorage.getItem(keyOf(source));
    return text === null ? null : (Kept.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    // Storage may be forbidden, or hold what another version wrote: the form then starts anew.
    return null;
  }
};

/** Kept over a reload with its id, so that what was interrupted goes on and is not made twice. */
const keep = (source: MakeSource, draft: MakeDraft | null): void => {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(source));
    else sessionStorage.setItem(keyOf(source), JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: a reload begins anew.
  }
};

export const useMakeDraft = (source: MakeSource, first: Pick<MakeDraft, 'name' | 'time'>) => {
  const [draft, setDraft] = useState<MakeDraft>(
    () => stored(source) ?? { conferenceId: crypto.randomUUID(), date: '', hallSiteId: null, ...first },
  );
  useEffect(() => {
    keep(source, draft);
  }, [source, draft]);
  return {
    draft,
    change: (part: Partial<MakeDraft>) => setDraft((before) => ({ ...before, ...part })),
    forget: () => keep(source, null),
  };
};
