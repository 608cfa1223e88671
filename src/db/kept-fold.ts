/**
 * A fold of lists that is worked out again only where one of them is another list. It is kept beside the first, and goes from
 * memory with it when the phone locks.
 */
export function keptFold<First extends object, Rest extends readonly unknown[], Answer>(
  fold: (first: First, ...rest: Rest) => Answer,
): (first: First, ...rest: Rest) => Answer {
  const kept = new WeakMap<First, { readonly rest: Rest; readonly answer: Answer }>();
  return (first, ...rest) => {
    const known = kept.get(first);
    if (known && known.rest.length === rest.length && known.rest.every((each, at) => Object.is(each, rest[at])))
      return known.answer;
    const answer = fold(first, ...rest);
    kept.set(first, { rest, answer });
    return answer;
  };
}
