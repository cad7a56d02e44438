import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instead } from './network/faults.ts';
import type { Answer } from './network/proxy.ts';
import { PlantedWeather } from './planted-weather.ts';
import { type RoughWorkspace, startRoughWorkspace } from './rough-workspace.ts';
import { play } from './schedule.ts';

/** What no network does, planted to see that the checks would see it. */

let workspace: RoughWorkspace;
beforeAll(async () => {
  workspace = await startRoughWorkspace();
});
afterAll(() => workspace?.close());

const pretend = (body: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(body)),
});

/** Claims that a vote was stored. */
const swallowVote: Instead = async () => pretend({});

/** Claims that the summary was shown. */
const swallowSummary: Instead = async (request) =>
  /Estimation(\+|%20| )done/.test(request.body.toString()) ? pretend({ ok: true }) : request.forward();

/** Lets a second freeze win over the first. */
const freezeTwice: Instead = async ({ body, forward }) => {
  const { ConditionExpression: _, ExpressionAttributeNames: __, ...request } = JSON.parse(body.toString());
  const bare = Buffer.from(JSON.stringify(request));
  await forward(bare);
  return forward(bare);
};

const postTwice: Instead = async ({ forward }) => {
  const first = await forward();
  await forward();
  return first;
};

describe('The checks', () => {
  it.each<[string, RegExp, Instead, RegExp]>([
    ['a vote is lost', /PutItem STORY#.*VOTE#U0(BO|CY|DEE|EVE)/, swallowVote, /but nothing stands/],
    ['the last picture is not shown', /chat\.update/, swallowSummary, /shown: .*\n.*stored: Estimation done/],
    ['a result is stored twice', /PutItem RESULT/, freezeTwice, /was stored 2 times/],
    ['a message is posted twice', /chat\.postMessage/, postTwice, /a second message/],
  ])('should see that %s', { timeout: 90_000 }, async (_, where, instead, problem) => {
    const found: string[] = [];
    for (let seed = 1; seed <= 6 && !found.some((one) => problem.test(one)); seed++) {
      const { outcome } = play(
        workspace,
        { climate: 'quick', seed },
        new PlantedWeather(seed, where, instead),
      );
      found.push(...(await outcome).problems);
    }
    expect(found.join('\n')).toMatch(problem);
  });
});
