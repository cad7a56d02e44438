import { expect, test } from 'vitest';
import { consumptionOf } from '../../bench/capacity.ts';

const consumed = (units: number) => JSON.stringify({ ConsumedCapacity: { CapacityUnits: units } });

test('reads and writes are told apart', () => {
  expect(consumptionOf('GetItem', consumed(1))).toEqual({ readUnits: 1, writeUnits: 0 });
  expect(consumptionOf('Query', consumed(2.5))).toEqual({ readUnits: 2.5, writeUnits: 0 });
  expect(consumptionOf('PutItem', consumed(1))).toEqual({ readUnits: 0, writeUnits: 1 });
});

test('a batch is the sum of its tables', () => {
  const answer = JSON.stringify({ ConsumedCapacity: [{ CapacityUnits: 3 }, { CapacityUnits: 4 }] });
  expect(consumptionOf('BatchWriteItem', answer)).toEqual({ readUnits: 0, writeUnits: 7 });
});

test('a write whose condition fails is billed, though the answer does not say so', () => {
  const answer = JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
  });
  expect(consumptionOf('UpdateItem', answer)).toEqual({ readUnits: 0, writeUnits: 1 });
});
