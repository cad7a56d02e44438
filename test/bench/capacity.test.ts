import { describe, expect, it } from 'vitest';
import { consumptionOf } from '../../bench/capacity.ts';

const consumed = (units: number) => JSON.stringify({ ConsumedCapacity: { CapacityUnits: units } });

describe('What DynamoDB is asked for', () => {
  it('should be told apart in reads and writes', () => {
    expect(consumptionOf('GetItem', consumed(1))).toEqual({ readUnits: 1, writeUnits: 0 });
    expect(consumptionOf('Query', consumed(2.5))).toEqual({ readUnits: 2.5, writeUnits: 0 });
    expect(consumptionOf('PutItem', consumed(1))).toEqual({ readUnits: 0, writeUnits: 1 });
  });

  it('should be the sum of its tables in a batch', () => {
    const answer = JSON.stringify({ ConsumedCapacity: [{ CapacityUnits: 3 }, { CapacityUnits: 4 }] });
    expect(consumptionOf('BatchWriteItem', answer)).toEqual({ readUnits: 0, writeUnits: 7 });
  });

  it('should be billed where the condition of a write fails, though the answer does not say so', () => {
    const answer = JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    });
    expect(consumptionOf('UpdateItem', answer)).toEqual({ readUnits: 0, writeUnits: 1 });
  });
});
