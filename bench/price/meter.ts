import { readDeployment } from '../../stand-ins/aws/deployment.ts';
import type { Handler } from '../../stand-ins/aws/load-handler.ts';
import type { FunctionName } from '../../stand-ins/aws/template.ts';
import type { Traffic } from '../counting-proxy.ts';
import { sum } from '../percentile.ts';
import type { Usage } from './bill.ts';

/** `START`, `END` and `REPORT`, which Lambda itself writes for each invocation: some 350 bytes. */
const LAMBDA_LINES = 350;
/** The HTTP API's line in the format of serverless.yml. */
const ACCESS_LINE = 190;
/** CloudWatch counts this for each event, beyond its text. */
const EVENT_OVERHEAD = 26;

/** Watches the functions, and turns what it saw into what is billed. */
export class Meter {
  readonly #ms: Record<FunctionName, number[]> = { slack: [], publish: [] };
  #logBytes = 0;

  /** Every invocation is billed from its beginning to its end, in whole milliseconds, whatever it waits for. */
  around(name: FunctionName, handler: Handler): Handler {
    return async (event, context) => {
      const began = performance.now();
      try {
        return await handler(event, context);
      } finally {
        this.#ms[name].push(Math.ceil(performance.now() - began));
      }
    };
  }

  log(line: string): void {
    this.#logBytes += Buffer.byteLength(line) + EVENT_OVERHEAD;
  }

  invocations(name: FunctionName): number {
    return this.#ms[name].length;
  }

  /** @param queue what the functions themselves have asked of SQS */
  usage(table: Traffic, queue: Traffic): Usage {
    const { functions } = readDeployment();
    const gbSeconds = (name: FunctionName) =>
      (sum(this.#ms[name]) / 1000) * (functions[name].memorySize / 1024);
    const [clicks, batches] = [this.invocations('slack'), this.invocations('publish')];
    return {
      httpApiRequests: clicks,
      lambdaRequests: clicks + batches,
      lambdaGbSeconds: gbSeconds('slack') + gbSeconds('publish'),
      writeUnits: table.writeUnits,
      readUnits: table.readUnits,
      // Lambda receives and deletes each batch on the queue's account.
      sqsRequests: sum([...queue.requests.values()]) + 2 * batches,
      logBytes:
        this.#logBytes + (clicks + batches) * (LAMBDA_LINES + 3 * EVENT_OVERHEAD) + clicks * ACCESS_LINE,
    };
  }
}
