/** What a refusal tells besides its code: facts by their names, and the sentences of that code with the facts in them. */
export type Detail = {
  readonly facts: Readonly<Record<string, string>>;
  readonly vi: string;
  readonly en: string;
};

export type Refusal<E extends string> = { readonly ok: false; readonly code: E; readonly detail?: Detail };

/** A refusal is a value with a code; bugs throw. */
export type Result<T, E extends string = string> = { readonly ok: true; readonly value: T } | Refusal<E>;

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <E extends string>(code: E, detail?: Detail): Refusal<E> => ({
  ok: false,
  code,
  ...(detail && { detail }),
});
