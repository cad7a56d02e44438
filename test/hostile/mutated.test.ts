import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../stand-ins/slack/blockkit/json.ts';
import type { Delivery } from '../../stand-ins/slack/deliver.ts';
import { type Besieged, besiege } from './besieged.ts';
import { genuineCommand, genuineEvent, genuinePayloads } from './genuine.ts';
import { mutated, mutations } from './nasty.ts';
import { holds } from './property.ts';

/** What Slack really sends, with some of its values altered, and signed again. */

let b: Besieged;
let payloads: Record<string, Json>;
beforeAll(async () => {
  b = await besiege();
  payloads = await genuinePayloads(b);
});
afterAll(() => b.close());

const names = [
  ...['5', 'Join', 'Leave', 'Reveal', 'My vote', 'Just watching', 'People…', 'Manage…', 'Move to bottom'],
  ...['End session', 'Skip', 'Save', 'Start', 'Remind', 'Settings', 'Add why', 'Say why', 'Estimate this'],
];

/** It is answered, and nothing happens elsewhere nor is anything sent that Slack would refuse. */
async function isHarmless(deliver: () => Promise<Delivery>): Promise<void> {
  const before = await b.elsewhere();
  const lines = b.w.log.length;
  const { status } = await deliver();
  expect([200, 400], b.w.log.slice(lines).join('\n').slice(0, 2000)).toContain(status);
  expect(await b.elsewhere()).toBe(before);
  expect(malformedCalls()).toEqual([]);
}

/** What Slack refused for how it was made; that there is no trigger to open a view is not the view's fault. */
const malformedCalls = () =>
  b.w.slack.traffic
    .map(({ name, outcome, response }) => `${name}: ${outcome} ${JSON.stringify(response)}`.slice(0, 400))
    .filter((call) => /: (invalid_blocks|invalid_payload|no_text|\w+_too_l)|json-pointer/.test(call));

describe('Altered values', () => {
  it('should be harmless in a click or a form', { timeout: 120_000 }, async () => {
    await holds(fc.tuple(fc.constantFrom(...names), mutations), 300, async ([name, changes]) => {
      await isHarmless(() => b.deliver(mutated(payloads[name] ?? {}, changes)));
    });
  });

  it('should be harmless in a command', { timeout: 120_000 }, async () => {
    await holds(mutations, 150, async (changes) => {
      const fields = Object.entries(mutated(genuineCommand(b), changes));
      const texts = fields.map(([key, value]) => [
        key,
        typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
      ]);
      const body = new URLSearchParams(Object.fromEntries(texts)).toString();
      await isHarmless(() => b.w.slack.deliver({ body, headers: b.w.slack.sign(body) }));
    });
  });

  it('should be harmless in an event', { timeout: 120_000 }, async () => {
    await holds(mutations, 150, async (changes) => {
      const body = JSON.stringify(mutated(genuineEvent(b), changes));
      const headers = { ...b.w.slack.sign(body), 'Content-Type': 'application/json' };
      await isHarmless(() => b.w.slack.deliver({ body, headers }));
    });
  });

  it('should have no effect elsewhere later, either', { timeout: 60_000 }, async () => {
    const before = await b.elsewhere();
    await b.w.groom.settled();
    expect(await b.elsewhere()).toBe(before);
    expect(malformedCalls()).toEqual([]);
  });
});
