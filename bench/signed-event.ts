import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * An interaction as it reaches the function: signed by Slack, a form in base64, as an HTTP API passes it on.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signedEvent(payload: string, signingSecret: string): APIGatewayProxyEventV2 {
  const body = new URLSearchParams({ payload }).toString();
  const seconds = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': seconds,
    'x-slack-signature': `v0=${hmac}`,
  };
  const http = { method: 'POST', path: '/slack/events', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' };
  return {
    version: '2.0',
    routeKey: 'POST /slack/events',
    rawPath: http.path,
    rawQueryString: '',
    headers,
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      requestId: '',
      stage: '$default',
      http,
      routeKey: 'POST /slack/events',
      time: '',
      timeEpoch: Date.now(),
    },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}
