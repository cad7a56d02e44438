import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { toHttpEvent } from './http-event.ts';
import type { LocalLambda } from './lambda.ts';
import { closeServer, listenLocally } from './listen.ts';

export interface LambdaHttp {
  /** Without a path: `http://127.0.0.1:49152`. */
  url: string;
  close(): Promise<void>;
}

export interface LambdaHttpOptions {
  lambda: LocalLambda;
  /** The API's only route, such as `POST /slack/events`. */
  route: string;
  /** Any free port by default. */
  port?: number | undefined;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const maxBodyBytes = 10 * 1024 * 1024;

/** An HTTP API in front of a function: node:http to payload format 2.0 and back, on 127.0.0.1. */
export async function startLambdaHttp({ lambda, route, port }: LambdaHttpOptions): Promise<LambdaHttp> {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response, lambda, route);
    } catch {
      // A function's error or time-out; the lambda has logged it.
      sendMessage(response, 500, 'Internal Server Error');
    }
  });
  return { url: await listenLocally(server, port), close: () => closeServer(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  lambda: LocalLambda,
  route: string,
): Promise<void> {
  const body = await readBody(request);
  if (!body) return sendMessage(response, 413, 'Request Entity Too Large');
  const path = request.url?.split('?')[0];
  if (`${request.method} ${path}` !== route) return sendMessage(response, 404, 'Not Found');
  sendResult(response, await lambda.invoke(toHttpEvent(request, body, route)));
}

/** Undefined if it is larger than an HTTP API takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  return size <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}

/** A result without a status code is itself the body of a 200, as payload format 2.0 has it. */
function sendResult(response: ServerResponse, result: unknown): void {
  const structured = typeof result === 'object' && result !== null && 'statusCode' in result;
  const { statusCode, headers, body, cookies, isBase64Encoded } = structured
    ? (result as APIGatewayProxyStructuredResultV2)
    : jsonResult(result);
  response.statusCode = Number(statusCode);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
  if (cookies) response.setHeader('set-cookie', cookies);
  response.end(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'));
}

function jsonResult(value: unknown): APIGatewayProxyStructuredResultV2 {
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function sendMessage(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}
