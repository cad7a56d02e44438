import { describe, expect, it } from 'vitest';
import { createServed } from '../../src/play/served.ts';
import { HOUR } from '../../src/time.ts';

const OWNER = { teamId: 'T0ACME' };

/** Served, at a time of its own, with what Slack says of the token each time it is asked. */
function served(answers: (typeof OWNER | undefined)[], remembered?: typeof OWNER) {
  const lines: string[] = [];
  const write = (message: string) => lines.push(message);
  const at = { now: 0 };
  const found = createServed({
    directory: { tokenOwner: async () => remembered, saveTokenOwner: async () => {} },
    ask: async () => {
      const value = answers.shift();
      if (value) return { ok: true, value };
      return { ok: false, failure: { kind: 'refused', error: 'internal_error' } };
    },
    log: { debug: write, info: write, warn: write, error: write },
    now: () => at.now,
  });
  return { lines, at, serves: (teamId: string) => found.serves({ teamId }) };
}

describe('Whose the token is', () => {
  it('should turn away whoever it is not for', async () => {
    const { serves } = served([OWNER]);
    expect(await serves('T0ACME')).toBe(true);
    expect(await serves('T0OTHER')).toBe(false);
  });

  it('should be asked again where it could not be found out, and turn away nobody until then', async () => {
    const { lines, serves } = served([undefined, undefined, OWNER]);
    // Nobody has asked yet when the first one fails.
    expect(lines).toEqual([]);
    expect(await serves('T0OTHER')).toBe(true);
    expect(lines).toEqual(['owner of the token not known']);
    expect(await serves('T0OTHER')).toBe(false);
    expect(lines).toHaveLength(1);
  });

  it('should be what it was where it can’t be found out now, which is said once an hour', async () => {
    const { lines, at, serves } = served([undefined, undefined], OWNER);
    expect(await Promise.all([serves('T0OTHER'), serves('T0OTHER')])).toEqual([false, false]);
    expect(lines).toHaveLength(1);
    at.now += HOUR;
    expect(await serves('T0OTHER')).toBe(false);
    expect(lines).toHaveLength(2);
  });
});
