import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { checkCreator } from './checks/creator.ts';
import { checkVotes } from './checks/votes.ts';
import type { Fault } from './network/faults.ts';
import { Creator } from './people/creator.ts';
import { Seat } from './people/seat.ts';
import type { Place } from './place.ts';
import { PlantedWeather } from './planted-weather.ts';
import { type RoughWorkspace, startRoughWorkspace } from './rough-workspace.ts';
import { play } from './schedule.ts';
import { Weather } from './weather.ts';

/** What the search might not come upon. */

let workspace: RoughWorkspace;
beforeAll(async () => {
  workspace = await startRoughWorkspace();
});
afterAll(() => workspace?.close());

describe('A session in a storm', () => {
  it.concurrent.each<[string, RegExp, Fault, (count: number) => boolean]>([
    ['the first update lands late, over newer ones', /chat\.update/, 'late', (count) => count === 1],
    // Beginning with the second: a short session on a fast machine has no more.
    ['every third update lands late', /chat\.update/, 'late', (count) => count % 3 === 2],
    ['every other update took effect unanswered', /chat\.update/, 'lost', (count) => count % 2 === 0],
    ['the post of /groom took effect unanswered', /chat\.postMessage/, 'lost', () => true],
    ['the post of /groom timed out and took effect', /chat\.postMessage/, 'hangs after', () => true],
    ['the post of /groom lands late', /chat\.postMessage/, 'late', (count) => count === 1],
    ['the message’s ts is never saved', /slack U0ADA UpdateItem DETAILS/, 'reset', (count) => count < 4],
    [
      'updates fail and nothing can be put back',
      /chat\.update|ChangeMessageVis/,
      'reset',
      (count) => count < 9,
    ],
    ['every first result is lost on the way back', /PutItem RESULT/, 'lost', (count) => count % 2 === 1],
    ['no job reaches the queue at the first try', /SendMessageBatch/, 'lost', (count) => count % 2 === 1],
  ])(
    'should lose nothing and leave nothing stale when %s',
    { timeout: 120_000 },
    async (_, where, fault, isMeant) => {
      const outcomes = [3, 5].map((seed) => {
        const weather = new PlantedWeather(seed, where, fault, isMeant);
        return play(workspace, { climate: 'quick', seed }, weather).outcome;
      });
      for (const { problems, faults } of await Promise.all(outcomes)) {
        expect(faults).not.toEqual([]);
        expect(problems, faults.join('\n')).toEqual([]);
      }
    },
  );

  /** A vote in which, half way, something happens to the message. */
  async function playUntil(place: Place, happens: (message: Message) => void) {
    const { slack } = workspace;
    const creator = new Creator(slack, place, 'U0ADA', { stories: 1, lobby: false });
    const voters = ['U0BO', 'U0CY', 'U0DEE'].map((userId) => new Seat(slack, place, userId));
    const message = await creator.begin();
    await Promise.all(voters.map((seat) => seat.tap(message, '5')));
    const picture = slack.current(message);
    happens(message);
    // Clients go on showing what they showed, for a moment at least.
    await Promise.all([creator.seat, ...voters].map((seat) => seat.tapStale(picture, '8')));
    await creator.seat.tapStale(picture, 'Reveal');
    creator.expected.status = 'revealed';
    place.weather.calm = true;
    await workspace.drained(place);
    return { creator, message, picture };
  }

  async function problemsOf(place: Place, { expected }: Creator): Promise<string[]> {
    const [sessionId = ''] = place.sessions;
    const session = await workspace.store.session(sessionId);
    if (!session) return ['there is no session'];
    const results = await workspace.store.results(sessionId);
    return [
      ...(await checkVotes(workspace, session, results, place.taps)),
      ...checkCreator(session, results, expected),
      ...(session.message.detached ? [] : ['it is not detached']),
      ...(session.unfrozen.length > 0 ? ['not frozen'] : []),
    ];
  }

  const toldDirectly = (): number => workspace.slack.messages('D0ADA').length;

  it('should lose no vote when its message is deleted, the app removed, the channel archived', {
    timeout: 120_000,
  }, async () => {
    const { slack } = workspace;
    const ends = [
      (message: Message) => slack.deleteMessage(message),
      ({ channelId }: Message) => slack.kick(channelId),
      ({ channelId }: Message) => slack.archive(channelId),
    ];
    const seeds = [1, 2, 3, 4];
    const endings = ends.flatMap((end) =>
      seeds.map((seed) => ({ end, place: workspace.open(new Weather('quick', seed)) })),
    );
    const played = await Promise.all(
      endings.map(async ({ end, place }) => ({ place, ...(await playUntil(place, end)) })),
    );
    for (const { place, creator } of played) {
      expect(await problemsOf(place, creator), place.weather.happened.join('\n')).toEqual([]);
    }
    // Each of them at least once: a line that was lost is said again.
    expect(toldDirectly()).toBeGreaterThanOrEqual(played.length);
    expect(await workspace.deadLetters()).toBe('');
  });

  it('should be brought up to date by a tap when the app comes back', {
    timeout: 60_000,
  }, async () => {
    const { slack } = workspace;
    const place = workspace.open(new Weather('quick', 7));
    const { creator, message, picture } = await playUntil(place, ({ channelId }) => slack.kick(channelId));
    slack.invite(message.channelId);
    await creator.seat.tapStale(picture, 'Reveal');
    await creator.sees(message, 'revealed');
  });

  it('should lose no vote when a token is revoked, which ends all updates', {
    timeout: 60_000,
  }, async () => {
    const { slack } = workspace;
    const place = workspace.open(new Weather('quick', 8));
    const { creator } = await playUntil(place, () => slack.revokeToken());
    expect(await problemsOf(place, creator)).toEqual([]);
    expect(await workspace.deadLetters()).toBe('');
  });
});
