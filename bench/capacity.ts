/** What requests to an on-demand table are billed for. */
export interface Consumption {
  /** Read request units: up to 4 KB strongly consistent, or twice as much eventually consistent. */
  readUnits: number;
  /** Write request units: up to 1 KB. */
  writeUnits: number;
}

interface Answer {
  __type?: string;
  ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
}

const READS = /^(GetItem|Query|Scan|BatchGetItem)$/;

/**
 * What DynamoDB's answer says that the request has consumed.
 * A write whose condition fails consumes as well, of which the answer says nothing: the item's size then counts,
 * which is below 1 KB for all that is written under a condition here.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export function consumptionOf(operation: string, answer: string): Consumption {
  const { __type = '', ConsumedCapacity = [] } = JSON.parse(answer) as Answer;
  if (__type.endsWith('ConditionalCheckFailedException')) return { readUnits: 0, writeUnits: 1 };
  const units = [ConsumedCapacity].flat().reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
  return READS.test(operation) ? { readUnits: units, writeUnits: 0 } : { readUnits: 0, writeUnits: units };
}
