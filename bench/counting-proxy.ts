import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closeServer, listenLocally } from '../stand-ins/aws/listen.ts';
import { type Consumption, consumptionOf } from './capacity.ts';

/** What has passed through. */
export interface Traffic extends Consumption {
  /** By operation: `PutItem`, `SendMessageBatch` … */
  requests: Map<string, number>;
}

export interface CountingProxy {
  url: string;
  /** Where requests go. */
  target: string;
  /** What has passed since the last call. */
  take(): Traffic;
  close(): Promise<void>;
}

/**
 * Stands before DynamoDB or SQS and counts. DynamoDB is asked, in each request's name, what capacity it has
 * consumed; otherwise all is passed on as it is.
 */
export async function startCountingProxy(target = ''): Promise<CountingProxy> {
  let traffic = noTraffic();
  const server = createServer(async (incoming, outgoing) => {
    const [service = '', operation = ''] = String(incoming.headers['x-amz-target']).split('.');
    const isDynamo = service.startsWith('DynamoDB');
    const body = await text(incoming);
    try {
      const sent = isDynamo ? JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: 'TOTAL' }) : body;
      const answer = await forward(proxy.target, incoming, sent, outgoing);
      traffic.requests.set(operation, (traffic.requests.get(operation) ?? 0) + 1);
      if (!isDynamo) return;
      const { readUnits, writeUnits } = consumptionOf(operation, answer);
      traffic.readUnits += readUnits;
      traffic.writeUnits += writeUnits;
    } catch {
      outgoing.destroy();
    }
  });
  const proxy: CountingProxy = {
    url: await listenLocally(server),
    target,
    take() {
      const taken = traffic;
      traffic = noTraffic();
      return taken;
    },
    close: () => closeServer(server),
  };
  return proxy;
}

const noTraffic = (): Traffic => ({ requests: new Map(), readUnits: 0, writeUnits: 0 });

async function forward(target: string, incoming: IncomingMessage, body: string, outgoing: ServerResponse) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = { ...incoming.headers, 'content-length': String(Buffer.byteLength(body)) };
  const url = new URL(incoming.url ?? '/', target);
  request(url, { method: incoming.method, headers }, resolve).once('error', reject).end(body);
  const response = await promise;
  const answer = await text(response);
  outgoing.writeHead(response.statusCode ?? 502, response.headers).end(answer);
  return answer;
}
