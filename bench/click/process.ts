/** One Lambda container with nothing else in its process: clicks go straight to its handler, one by one. */
import { createRequire } from 'node:module';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { lambdaContext } from '../../stand-ins/aws/lambda-context.ts';
import { serve } from '../child.ts';
import { pick, seededRandom } from '../random.ts';
import { signedEvent } from '../signed-event.ts';

export interface ClickOrder {
  /** The built function. */
  file: string;
  signingSecret: string;
  /** The payload of a tap on a card, as JSON, and the session in it. */
  template: string;
  templateSession: string;
  /** The sessions to click on; all of them on the template's message. */
  sessionIds: readonly string[];
  userIds: readonly string[];
  clicks: number;
  /** Clicks at the same time. Lambda gives a container one: more are for whoever looks at memory alone. */
  atOnce: number;
  seed: string;
}

export interface ClickReport {
  /** How long the handler took for each click. */
  ms: number[];
  /** The CPU time of one click, over all threads of the process. */
  cpuMs: number;
  /** Memory at the end, after a garbage collection, in MiB. */
  rssMb: number;
  heapMb: number;
  /** The part of `rssMb` from before the function was loaded: mostly what runs TypeScript here. */
  emptyRssMb: number;
}

type Handler = (
  event: APIGatewayProxyEventV2,
  context: unknown,
) => Promise<{ statusCode?: number } | undefined>;

/** How many events are made ahead: making them is not what is measured. */
const CHUNK = 50;
const MB = 1024 * 1024;
const emptyRssMb = process.memoryUsage.rss() / MB;

serve(async (order: ClickOrder): Promise<ClickReport> => {
  const { handler } = createRequire(import.meta.url)(order.file) as { handler: Handler };
  const random = seededRandom(order.seed);
  const ms: number[] = [];
  let cpu = 0;
  while (ms.length < order.clicks) {
    const events = Array.from({ length: Math.min(CHUNK, order.clicks - ms.length) }, () => {
      const sessionId = pick(random, order.sessionIds);
      return signedEvent(payload(order, sessionId, pick(random, order.userIds)), order.signingSecret);
    });
    const before = process.cpuUsage();
    for (let next = 0; next < events.length; next += order.atOnce) {
      const group = events.slice(next, next + order.atOnce);
      ms.push(...(await Promise.all(group.map((event) => timed(handler, event)))));
    }
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1000;
  }
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { ms, cpuMs: cpu / ms.length, rssMb: rss / MB, heapMb: heapUsed / MB, emptyRssMb };
});

/** Milliseconds. */
async function timed(handler: Handler, event: APIGatewayProxyEventV2): Promise<number> {
  const began = performance.now();
  const answer = await handler(event, lambdaContext('slack', 1024, Date.now() + 10_000));
  if (answer?.statusCode !== 200) throw new Error(`A click was answered with ${answer?.statusCode}`);
  return performance.now() - began;
}

let clicks = 0;

/** The same tap, of somebody else in another session, a moment later. */
function payload({ template, templateSession }: ClickOrder, sessionId: string, userId: string): string {
  const tap = JSON.parse(template.replaceAll(templateSession, sessionId));
  const micros = String(clicks++ % 1_000_000).padStart(6, '0');
  tap.user = { ...tap.user, id: userId };
  tap.actions[0].action_ts = `${Math.floor(Date.now() / 1000)}.${micros}`;
  return JSON.stringify(tap);
}
