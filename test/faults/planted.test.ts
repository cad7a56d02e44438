import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from './network/answers.ts';
import type { Instead } from './network/faults.ts';
import type { Answer } from './network/proxy.ts';
import { type RoughWorkspace, startRoughWorkspace } from './rough-workspace.ts';
import { play } from './schedule.ts';
import { type Strike, Weather } from './weather.ts';

/** What no network does, planted to see that the checks would see it. */

let workspace: RoughWorkspace;
beforeAll(async () => {
  workspace = await startRoughWorkspace();
});
afterAll(() => workspace?.close());

/** Fair weather, except that some requests are handled otherwise. */
class Planted extends Weather {
  readonly #where: RegExp;
  readonly #instead: Instead;

  constructor(seed: number, where: RegExp, instead: Instead) {
    super('quick', seed);
    this.#where = where;
    this.#instead = instead;
  }

  override strikes(service: Service, label: string): Strike | undefined {
    if (!this.#where.test(`${service} ${label}`)) return undefined;
    return { fault: this.#instead, random: Math.random };
  }

  override fate(): Record<string, never> {
    return {};
  }
}

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

test.each<[string, RegExp, Instead, RegExp]>([
  ['a vote is lost', /PutItem STORY#.*VOTE#U0(BO|CY|DEE|EVE)/, swallowVote, /but nothing stands/],
  ['the last picture is not shown', /chat\.update/, swallowSummary, /shown: .*\n.*stored: Estimation done/],
  ['a result is stored twice', /PutItem RESULT/, freezeTwice, /was stored 2 times/],
  ['a message is posted twice', /chat\.postMessage/, postTwice, /a second message/],
])('it is seen that %s', { timeout: 90_000 }, async (_, where, instead, problem) => {
  const found: string[] = [];
  for (let seed = 1; seed <= 6 && !found.some((one) => problem.test(one)); seed++) {
    const { outcome } = play(workspace, { climate: 'quick', seed }, new Planted(seed, where, instead));
    found.push(...(await outcome).problems);
  }
  expect(found.join('\n')).toMatch(problem);
});
