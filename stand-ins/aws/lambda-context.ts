import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { localRegion } from './credentials.ts';

/** Lambda's context without the three callbacks that Node 24 took away. */
export type LambdaContext = Omit<Context, 'done' | 'fail' | 'succeed'>;

/** The context of one invocation that may last until `deadline` (milliseconds since the epoch). */
export function lambdaContext(functionName: string, memoryMiB: number, deadline: number): LambdaContext {
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${localRegion}:000000000000:function:${functionName}`,
    memoryLimitInMB: String(memoryMiB),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
