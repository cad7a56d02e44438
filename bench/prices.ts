/**
 * AWS's list prices in us-east-1, in US dollars, without any free tier, as of November 2026.
 * Put together from AWS's pricing pages and what others quote of them; check them before you rely on them:
 * https://aws.amazon.com/lambda/pricing/, https://aws.amazon.com/api-gateway/pricing/,
 * https://aws.amazon.com/dynamodb/pricing/on-demand/, https://aws.amazon.com/sqs/pricing/,
 * https://aws.amazon.com/cloudwatch/pricing/
 */
export const PRICES = {
  lambdaRequest: 0.2 / 1e6,
  /** arm64, the first 7.5 billion a month. An init has been billed like a run since August 2025. */
  lambdaGbSecond: 0.0000133334,
  /** The first 300 million a month of an HTTP API, up to 512 KB each. */
  httpApiRequest: 1 / 1e6,
  /** On demand, halved in November 2024. */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  /** FIFO; up to 64 KB each. */
  sqsRequest: 0.5 / 1e6,
  /** Taken in; keeping it for a month costs a fiftieth of that and is left out. */
  logGb: 0.5,
} as const;

export const PRICES_AS_OF = 'November 2026, us-east-1';
