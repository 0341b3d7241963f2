/** What happened and what to do, in both languages of the interface. */
export type Sentences = { readonly vi: string; readonly en: string; readonly status: number };

export const problems = <const Code extends string>(
  table: Readonly<Record<Code, readonly [status: number, vi: string, en: string]>>,
): Readonly<Record<Code, Sentences>> => {
  const entries = Object.entries<readonly [number, string, string]>(table);
  return Object.fromEntries(entries.map(([code, [status, vi, en]]) => [code, { status, vi, en }])) as Readonly<
    Record<Code, Sentences>
  >;
};
