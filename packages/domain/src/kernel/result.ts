/** A refusal is a value with a code; bugs throw. */
export type Result<T, E extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <E extends string>(code: E): { readonly ok: false; readonly code: E } => ({
  ok: false,
  code,
});
