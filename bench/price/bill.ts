import { PRICES } from '../prices.ts';

/** What AWS would bill for. */
export interface Usage {
  httpApiRequests: number;
  lambdaRequests: number;
  lambdaGbSeconds: number;
  writeUnits: number;
  readUnits: number;
  sqsRequests: number;
  logBytes: number;
}

/** A line of the bill. */
export interface Item {
  name: string;
  amount: number;
  dollars: number;
}

/** The bill for this usage, `times` over. */
export function billFor(usage: Usage, times: number): Item[] {
  const item = (name: string, each: number, price: number): Item => {
    const amount = each * times;
    return { name, amount, dollars: amount * price };
  };
  return [
    item('HTTP API, requests', usage.httpApiRequests, PRICES.httpApiRequest),
    item('Lambda, requests', usage.lambdaRequests, PRICES.lambdaRequest),
    item('Lambda, GB-seconds', usage.lambdaGbSeconds, PRICES.lambdaGbSecond),
    item('DynamoDB, write units', usage.writeUnits, PRICES.writeUnit),
    item('DynamoDB, read units', usage.readUnits, PRICES.readUnit),
    item('SQS, requests', usage.sqsRequests, PRICES.sqsRequest),
    item('CloudWatch, GB of logs', usage.logBytes / 1e9, PRICES.logGb),
  ];
}

export const totalOf = (bill: readonly Item[]): number =>
  bill.reduce((total, { dollars }) => total + dollars, 0);
