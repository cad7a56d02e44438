/** How a reason begins, in the languages that we speak. (In Japanese it would end so.) */
const BECAUSE = /^(because|cause|bc|weil|denn|porque|pois|parce que|car)(?:\s+(.*))?$/is;

/** The reason in a text that begins with *because*; '' if there is nothing behind it, `undefined` if it begins otherwise. */
export function reasonIn(text: string): string | undefined {
  const [all, word = '', reason = ''] = BECAUSE.exec(text) ?? [];
  if (all === undefined) return undefined;
  // *The tests are slow* is a reason, *of the tests* is none.
  return /^of\b/i.test(reason) ? `${word} ${reason}` : reason.trim();
}
