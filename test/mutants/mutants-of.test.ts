import { describe, expect, it } from 'vitest';
import { mutantsOf, mutated } from './mutants-of.ts';

const EXAMPLES = [
  ['a comparison, mistaken for its neighbour', 'a < b', ['a <= b']],
  ['a condition, without either half', 'a && b', ['a || b', 'a', 'b']],
  ['a default, with and without', 'a ?? b', ['a', 'b']],
  ['an exception that is none', '!a', ['a']],
  ['a branch, turned round and never taken', 'if (a) {}', ['if (!(a)) {}', 'if (false) {}']],
  ['a choice, turned round', 'x = a ? b : c', [';', 'x = !(a) ? b : c']],
  ['what is done, left undone', 'await send()', [';']],
  ['a link of a chain, left out', 'x = a.where(b)', [';', 'x = a']],
  ['a list of conditions, each left out', 'x = [a(), b()]', [';', 'x = [b()]', 'x = [a()]']],
  ['a flag', 'x = true', [';', 'x = false']],
  ['neither a log line', 'deps.log.info(text)', []],
  ['nor a type', 'let x: true | [A, B]', []],
  ['nor a list of words', "const x = ['a', 'b']", []],
] as const;

describe('Mutants', () => {
  it.each(EXAMPLES)('should be made of %s', (_, text, expected) => {
    const mutants = mutantsOf('example.ts', text).map((mutant) => mutated(text, mutant));
    expect(new Set(mutants)).toEqual(new Set(expected));
  });

  it('should say where they are', () => {
    expect(mutantsOf('example.ts', '\n  const x = a\n    < b;')).toEqual([
      { path: 'example.ts', line: 3, start: 19, end: 20, from: '<', to: '<=' },
    ]);
  });
});
