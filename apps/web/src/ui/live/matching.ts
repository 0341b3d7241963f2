/**
 * The items that hold every word of the query, in any order, compared folded: pass the domain's `foldText`, so that
 * uỷ / ủy, composed and decomposed letters, and missing accents are alike. An empty query keeps all.
 */
export const matching = <T>(
  items: readonly T[],
  query: string,
  textOf: (item: T) => string,
  fold: (text: string) => string,
): readonly T[] => {
  const wanted = fold(query).split(' ').filter(Boolean);
  if (wanted.length === 0) return items;
  return items.filter((item) => {
    const text = fold(textOf(item));
    return wanted.every((word) => text.includes(word));
  });
};
