import { describe, expect, it } from 'vitest';
import { failedIds } from '../../../stand-ins/aws/batch-response.ts';

const one = { itemIdentifier: 'a' };

describe('The messages that have failed', () => {
  it.each([
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty response', {}, []],
    ['a null list', { batchItemFailures: null }, []],
    ['an empty list', { batchItemFailures: [] }, []],
    ['one failure', { batchItemFailures: [one] }, ['a']],
    ['the same failure twice', { batchItemFailures: [one, one] }, ['a']],
    ['a string', 'ok', ['a', 'b']],
    ['a list that is none', { batchItemFailures: 'a' }, ['a', 'b']],
    ['an empty id', { batchItemFailures: [{ itemIdentifier: '' }] }, ['a', 'b']],
    ['a null id', { batchItemFailures: [{ itemIdentifier: null }] }, ['a', 'b']],
    ['a wrong key', { batchItemFailures: [one, { messageId: 'b' }] }, ['a', 'b']],
    ['an unknown id', { batchItemFailures: [one, { itemIdentifier: 'c' }] }, ['a', 'b']],
  ])('%s', (_, response, failed) => {
    expect([...failedIds(response, ['a', 'b'])]).toEqual(failed);
  });
});
