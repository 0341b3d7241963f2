import type { Agenda } from '@diemcau/domain/agenda';
import type { ConferenceDetail } from '@diemcau/domain/conference';
import type { RunSheet } from '@diemcau/domain/run-sheet';
import { Plan } from '@diemcau/domain/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { api, asProblem } from '../../live/api.ts';
import type { Names, Run } from '../../live/index.ts';
import type { SaidProblem } from '../../ui/index.ts';

/** The plan in the parts that the slices show. */
export type PlanParts = { readonly agenda: Agenda; readonly runSheet: RunSheet; readonly names: Names };

const lookEveryMs = 10_000;

/** The office has no clock of the conference: the stretch of the current item that runs is not counted here. */
const partsOf = (plan: Plan, now: number): PlanParts => ({
  agenda: {
    items: plan.items,
    version: plan.agendaVersion,
    current: plan.currentItemId === null ? null : { itemId: plan.currentItemId, since: now },
    last: null,
  },
  runSheet: { rows: plan.rows, version: plan.sheetVersion, currentId: plan.currentRowId, last: null },
  names: {
    speakers: new Map(plan.speakers.map((speaker) => [speaker.speakerId, speaker])),
    sites: new Map(plan.sites.map((site) => [site.siteId, site])),
    subjects: {},
    titles: Object.fromEntries(plan.items.map(({ itemId, title }) => [itemId, title])),
    sources: {},
    rows: Object.fromEntries(plan.rows.map(({ rowId, cue, note, filmTitle }) => [rowId, { cue, note, filmTitle }])),
  },
});

const keyOf = (conferenceId: string) => ['conferences', conferenceId, 'plan'] as const;

/** Agenda and run sheet of a conference; looked at again now and then, since its desks change them too. */
export const usePlan = (conferenceId: string) => {
  const read = useQuery({
    queryKey: keyOf(conferenceId),
    queryFn: ({ signal }) => api.get(`/conferences/${conferenceId}/plan`, Plan, { signal }),
    refetchInterval: lookEveryMs,
  });
  const { data, dataUpdatedAt } = read;
  const parts = useMemo(() => (data ? partsOf(data, dataUpdatedAt) : null), [data, dataUpdatedAt]);
  return { parts, read };
};

/**
 * The acts of this page; what the server refused is said on it. `run` reads the plan again after each; who sends many
 * with `send` does so at their end.
 */
export const usePlanActs = (conferenceId: ConferenceDetail['conferenceId']) => {
  const client = useQueryClient();
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const send: Run = async (command, texts) => {
    try {
      setProblem(null);
      const body = { id: crypto.randomUUID(), command, ...(texts ? { texts } : {}) };
      await api.post(`/conferences/${conferenceId}/commands`, body);
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    }
  };
  const readAgain = () => client.invalidateQueries({ queryKey: keyOf(conferenceId) });
  const run: Run = async (command, texts) => {
    const done = await send(command, texts);
    await readAgain();
    return done;
  };
  return { run, send, readAgain, problem, dismiss: () => setProblem(null) };
};
