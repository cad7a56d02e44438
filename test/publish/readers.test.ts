import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReaders, type Readers } from '../../src/play/readers.ts';
import { HOUR, MINUTE, SECOND } from '../../src/time.ts';
import { ADA, BO, TEAM } from '../game/a-session.ts';
import { type Rig, startRig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** A container’s own; profiles that others have stored stay. */
let readers: Readers;
beforeEach(() => {
  // Longer than any profile is kept.
  rig.local.clock.advance(31 * 24 * HOUR);
  rig.slack.grant('users:read');
  rig.slack.setLocale(ADA, 'pt-BR');
  rig.slack.setLocale(BO, 'de-DE');
  readers = inAnotherContainer();
});
const inAnotherContainer = () => createReaders({ ...rig.deps, now: rig.local.clock.now });

const languageOf = (userId: string, of = readers) => of.language({ teamId: TEAM, userId });
const asked = () => rig.slack.traffic.filter(({ name }) => name === 'users.info').length;

/** How often Slack was asked meanwhile. */
async function asking(act: () => Promise<unknown>): Promise<number> {
  const before = asked();
  await act();
  return asked() - before;
}

it.each([
  ['pt-BR', 'pt'],
  ['en-GB', 'en'],
  ['ja-JP', 'ja'],
  ['fr-FR', 'fr'],
  ['it-IT', undefined],
])('A reader whose Slack is in %s is spoken to in %s', async (locale, language) => {
  rig.slack.setLocale(ADA, locale);
  expect(await languageOf(ADA)).toBe(language);
});

describe('Somebody’s language', () => {
  it('should be asked for once in five minutes', async () => {
    expect(await asking(() => languageOf(ADA))).toBe(1);
    expect(await asking(() => languageOf(ADA))).toBe(0);
    rig.slack.setLocale(ADA, 'ja-JP');
    rig.local.clock.advance(5 * MINUTE - SECOND);
    expect(await languageOf(ADA)).toBe('pt');
    rig.local.clock.advance(SECOND);
    expect(await languageOf(ADA)).toBe('ja');
  });

  it('should be known to other containers, too', async () => {
    await languageOf(ADA);
    const other = inAnotherContainer();
    expect(await asking(() => languageOf(ADA, other))).toBe(0);
    expect(await languageOf(ADA, other)).toBe('pt');
  });

  it('should be what Slack said before where it does not tell any more', async () => {
    await languageOf(ADA);
    rig.slack.withdraw('users:read');
    rig.local.clock.advance(24 * HOUR);
    expect(await languageOf(ADA)).toBe('pt');
    expect(await languageOf(ADA, inAnotherContainer())).toBe('pt');
  });

  it('should be their own', async () => {
    expect(await languageOf(ADA)).toBe('pt');
    expect(await languageOf(BO)).toBe('de');
  });
});

describe('Where Slack does not tell', () => {
  it('should not ask again for a quarter of an hour without the scope', async () => {
    rig.slack.withdraw('users:read');
    expect(await languageOf(ADA)).toBeUndefined();
    expect(await asking(() => languageOf(BO))).toBe(0);
    rig.slack.grant('users:read');
    rig.local.clock.advance(15 * MINUTE - 1);
    expect(await languageOf(ADA)).toBeUndefined();
    rig.local.clock.advance(1);
    expect(await languageOf(ADA)).toBe('pt');
  });

  it('should ask in another team all the same', async () => {
    rig.slack.withdraw('users:read');
    expect(await languageOf(ADA)).toBeUndefined();
    rig.slack.grant('users:read');
    expect(await readers.language({ teamId: 'T0OTHER', userId: ADA })).toBe('pt');
    expect(await languageOf(ADA)).toBeUndefined();
  });

  it('should leave Slack alone for as long as it wants to be', async () => {
    rig.slack.failNext('users.info', { error: 'ratelimited', retryAfter: 7 });
    expect(await languageOf(ADA)).toBeUndefined();
    rig.local.clock.advance(7 * SECOND - 1);
    expect(await asking(() => languageOf(BO))).toBe(0);
    rig.local.clock.advance(1);
    expect(await languageOf(ADA)).toBe('pt');
  });

  it.each([
    ['does not answer', { drop: true }],
    ['has a bad day', { status: 500 }],
    ['does not know them', { error: 'user_not_found' }],
  ])('should ask the next time if it %s', async (_, failure) => {
    rig.slack.failNext('users.info', failure);
    expect(await languageOf(ADA)).toBeUndefined();
    expect(await languageOf(ADA)).toBe('pt');
  });

  it('should go by what is known already', async () => {
    await languageOf(ADA);
    rig.slack.withdraw('users:read');
    expect(await languageOf(ADA, inAnotherContainer())).toBe('pt');
    expect(await languageOf(BO)).toBeUndefined();
    expect(await languageOf(ADA)).toBe('pt');
  });

  it('should not be asked at all where there is no time for that', async () => {
    const { directory } = rig.deps;
    const hasty = createReaders({ directory, now: rig.local.clock.now });
    expect(await asking(() => languageOf(ADA, hasty))).toBe(0);
    expect(await languageOf(ADA, hasty)).toBeUndefined();
    await languageOf(ADA);
    expect(await languageOf(ADA, hasty)).toBe('pt');
  });
});
