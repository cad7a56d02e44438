import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { requestOf } from '../../../handlers/lambda/http-api.ts';

describe('The raw body', () => {
  const event = (body: string | undefined, isBase64Encoded: boolean) =>
    ({ body, isBase64Encoded }) as APIGatewayProxyEventV2;

  it.each([
    ['plain', event('text=é', false), 'text=é'],
    ['in base64', event(Buffer.from('text=é').toString('base64'), true), 'text=é'],
    ['absent', event(undefined, false), ''],
    ['no base64 at all', event('%%%', true), ''],
  ])('%s', (_, given, expected) => {
    expect(requestOf(given).body.toString()).toBe(expected);
  });
});
