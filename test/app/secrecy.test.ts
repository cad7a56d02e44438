import { describe, expect, it, vi } from 'vitest';
import type { Sent } from '../../stand-ins/slack/journal.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { accepted, gather, openRoom, type Room } from './room.ts';
import { startWorkspace } from './workspace.ts';

const DECK = ['0', '1', '2', '3', '5', '8', '13', '21', '?', '☕'];
const TITLE = 'Quixotic zebra login';
const REASONS = ['Not new to us', 'A long, long way to go, and nobody knows it', '5', '*'];

/** The private line that somebody got last. */
function privateLine(person: Person): Message {
  const line = person.sees().at(-1);
  if (!line) throw new Error('There is no private line');
  return line;
}

/** Numbers that are the same for the same seed. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Act = { who: 'bo' | 'cy'; what: 'vote' } | { who: 'bo' | 'cy' | 'dee' | 'eve'; what: string };

/** What people do before a reveal. Who votes with what is drawn elsewhere. */
function script(seed: number): Act[] {
  const draw = random(seed);
  const others = ['Join', 'Leave', 'Just watching', 'My vote', 'People…', 'Manage…'];
  const acts = Array.from({ length: 7 }, (): Act => {
    if (draw(3) > 0) return { who: draw(2) ? 'bo' : 'cy', what: 'vote' };
    return { who: draw(2) ? 'dee' : 'eve', what: others[draw(others.length)] ?? '' };
  });
  return [
    { who: 'bo', what: 'vote' },
    { who: 'dee', what: 'My vote' },
    ...acts,
    { who: 'cy', what: 'vote' },
    { who: 'bo', what: 'vote' },
    { who: 'eve', what: 'People…' },
  ];
}

interface Transcript {
  /** Before the reveal of a first, and of a second round. */
  channel: string[];
  /** To Ada, Dee and Eve, whose own cards are always the same. */
  others: string[];
  /** To Bo and Cy, with every card of theirs as `*card*`. */
  voters: string[];
  answers: string[];
  log: string[];
}

/**
 * Plays a session; `cards` draws those of Bo and Cy, who change them now and then. Where they are asked why, they
 * draw what they say, too.
 */
async function play(seed: number, cards: (below: number) => number, flags = ''): Promise<Transcript> {
  const w = await startWorkspace({ groom: { env: { LOG_LEVEL: 'debug' } } });
  try {
    const room = openRoom(w);
    await room.groom(`--lobby ${flags} ${TITLE}`);
    await room.click(room.ada, 'Start voting');
    // The first round ends in the same result; the second one is still going on at the end.
    await room.click(room.bo, '3');
    await room.click(room.ada, '5');
    await room.click(room.eve, '8');
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    const answers: string[] = [];
    for (const { who, what } of script(seed)) {
      const person = room[who];
      const label = what === 'vote' ? (DECK[cards(DECK.length)] ?? '') : what;
      const isButton = what === 'vote' || what === 'Join' || what === 'Leave';
      const answer = await (isButton
        ? person.click(room.message(), label)
        : person.choose(room.message(), label));
      answers.push(`${accepted(answer).status} ${answer.body}`);
      await room.rest();
      if (what === 'vote' && flags.includes('--reasons')) {
        accepted(await person.click(privateLine(person), 'Add why'));
        const given = accepted(await person.submit({ reason: REASONS[cards(REASONS.length)] ?? '' }));
        answers.push(`${given.status} ${given.body}`);
        await room.rest();
      }
    }
    const to = (...ids: (string | undefined)[]) => w.slack.sent.filter((sent) => ids.includes(sent.to));
    const normal = (sent: Sent[]) => sent.map((one) => normalised(one, room));
    return {
      channel: normal(to(undefined)),
      others: normal(to('U0ADA', 'U0DEE', 'U0EVE')),
      // What they are asked in a window is about their own card, and theirs alone.
      voters: normal(to('U0BO', 'U0CY').filter(({ view }) => view === undefined)).map(withoutCards),
      answers,
      // How long an answer took is the computer's affair.
      log: w.log.filter((line) => !line.includes('SlowAcks')).map((line) => loggedOf(line, room)),
    };
  } finally {
    await w.close();
  }
}

const withoutCards = (line: string): string =>
  line
    .replaceAll(/\*[^*"]{1,2}\*/gu, '*card*')
    .replaceAll(/(SESSION\.\d+\.\d+)\.[^"]{1,2}"/gu, '$1.card"')
    .replaceAll(/why you chose [^"]{1,2}"/gu, 'why you chose card"')
    .replaceAll(/"text":"[^"]{1,2}","style":\{"bold":true\}/gu, '"text":"card"');

/** Without what differs from session to session whatever is played. */
function normalised({ at: _, ts: __, ...sent }: Sent, room: Room): string {
  return JSON.stringify(sent)
    .replaceAll(room.sessionId(), 'SESSION')
    .replaceAll(room.channelId, 'CHANNEL')
    .replaceAll(/<!date[^>]*>/g, 'DATE')
    .replaceAll(/\/p\d{16}/g, '/pTS');
}

function loggedOf(line: string, room: Room): string {
  return line
    .replaceAll(room.sessionId(), 'SESSION')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/"(time|ms|Timestamp|delay)":("[^"]*"|\d+)/g, '"$1":0');
}

describe.concurrent('Before the reveal', () => {
  it.for([1, 2])('should show others the same whatever the cards are: seed %i', async (seed) => {
    const [one, other, still] = await Promise.all([
      play(seed, random(seed + 100)),
      play(seed, random(seed + 200)),
      // Nobody ever changes a vote.
      play(seed, () => 4),
    ]);
    for (const different of [other, still]) {
      expect(different.channel).toEqual(one.channel);
      expect(different.others).toEqual(one.others);
      expect(different.voters).toEqual(one.voters);
      expect(different.answers).toEqual(one.answers);
      expect(sorted(different.log)).toEqual(sorted(one.log));
    }
    expect(one.channel.length).toBeGreaterThan(5);
    expect(one.others.length).toBeGreaterThan(0);
    expect(one.voters.length).toBeGreaterThan(3);
  });

  it('should show others the same whatever is said about the cards, in a session with all that it may have', async () => {
    const flags = '--reasons --anonymous --anyone --until 2h';
    const [one, other] = await Promise.all([
      play(3, random(103), flags),
      // Nobody ever changes a vote, or says anything else.
      play(3, () => 2, flags),
    ]);
    expect(other.channel).toEqual(one.channel);
    expect(other.others).toEqual(one.others);
    expect(other.voters).toEqual(one.voters);
    expect(other.answers).toEqual(one.answers);
    expect(sorted(other.log)).toEqual(sorted(one.log));
    expect(one.voters.join()).toContain('Your reason goes with');
  });

  it('should show nothing of the cards during the countdown of --auto-reveal either', async () => {
    const countdown = async (last: string, reason: string): Promise<string[]> => {
      const w = await startWorkspace();
      try {
        const room = openRoom(w);
        await gather(room, `--auto-reveal --reasons ${TITLE}`, room.bo);
        await room.click(room.bo, '5');
        await room.click(room.cy, '8');
        // The same card again, or another one.
        await room.click(room.bo, last);
        accepted(await room.bo.click(privateLine(room.bo), 'Add why'));
        accepted(await room.bo.submit({ reason }));
        await w.slack.until(() => room.message().text.includes('median'), 9000);
        await room.rest();
        const toAll = room.sent();
        const result = toAll.findIndex(({ text }) => text?.includes('median'));
        expect(result).toBe(toAll.length - 1);
        expect(toAll[result - 1]?.text).toContain('Revealing in a moment');
        return [
          ...toAll.slice(0, result),
          ...w.slack.sent.filter(({ to }) => to !== undefined && to !== 'U0BO' && to !== 'U0CY'),
        ].map((sent) => normalised(sent, room));
      } finally {
        await w.close();
      }
    };
    const [same, changed] = await Promise.all([
      countdown('5', 'Not new'),
      countdown('13', 'All new, and long'),
    ]);
    expect(changed).toEqual(same);
  });
});

const sorted = (lines: string[]): string[] => lines.toSorted();

describe('No log line', () => {
  it('should hold a card, a title, a token, a secret or a response_url, whatever goes wrong', async () => {
    const w = await startWorkspace({ groom: { env: { LOG_LEVEL: 'debug' } } });
    try {
      const room = openRoom(w);
      await room.groom(`--deck tshirt ${TITLE}`);
      await room.vote({ ada: 'XXL', bo: 'XXL' });
      const picture = room.message();
      w.slack.failNext('chat.update', { error: 'internal_error' });
      await room.vote({ cy: 'XXL' });
      w.slack.failNext('chat.update', { status: 500, body: `oops ${TITLE}` });
      await room.vote({ dee: 'XXL' });
      w.slack.failNext('chat.update', { error: 'ratelimited', retryAfter: 1 });
      await room.click(room.ada, 'Reveal');
      // A timer brings it once Slack wants to hear of us again.
      await vi.waitFor(async () => expect(await room.shows()).toContain('Vote again'), { timeout: 10_000 });
      w.slack.failNext('chat.update', { drop: true });
      await room.click(room.ada, 'Vote again');
      w.slack.failNext('views.open', { error: 'internal_error' });
      await room.choose(room.ada, 'Manage…');
      await room.choose(room.ada, 'Manage…');
      await room.ada.chooseInView('Edit title…');
      accepted(await room.ada.submit({ Title: `${TITLE} again` }));
      w.slack.failNext('chat.postMessage', { error: 'restricted_action' });
      await room.choose(room.ada, 'Move to bottom');
      // Requests that are not understood, and one that fails altogether.
      const payload = room.bo.payloadOfClick(picture, 'XXL');
      accepted(await w.slack.deliverPayload({ ...payload, type: 'other' }));
      accepted(
        await w.slack.deliverPayload({
          ...payload,
          actions: [{ type: 'button', action_id: TITLE, value: 'XXL' }],
        }),
      );
      accepted(await w.slack.deliverPayload({ ...payload, channel: { id: 'C'.repeat(5000) } }));
      await w.slack.deliverPayload({ ...payload, user: { id: 'U'.repeat(2000), name: TITLE } });
      w.slack.deleteMessage(room.message());
      accepted(await room.bo.clickStale(picture, 'XXL'));
      await room.rest();
      // Reasons, direct messages, and a conversation that the app is no member of.
      await room.groom(`--deck tshirt --reasons --until 2h ${TITLE}`);
      await room.vote({ bo: 'XXL', cy: 'XXL' });
      const line = room.bo.sees().findLast(({ channelId }) => channelId === room.channelId);
      accepted(await room.bo.click(line ?? room.message(), 'Add why'));
      accepted(await room.bo.submit({ reason: 'Seen a zebra before' }));
      accepted(await room.ada.command('/groom vote XXL'));
      await room.click(room.ada, 'Reveal');
      const outside = openRoom(w, { kind: 'private', app: false });
      await outside.groom(`--deck tshirt ${TITLE}`);
      await outside.vote({ bo: 'XXL', cy: 'XXL' });
      await outside.click(outside.ada, 'Reveal');

      const log = w.log.join('\n');
      expect(log).toMatch(/internal_error/);
      for (const secret of [
        'zebra',
        'XXL',
        'xoxb',
        'signing-secret',
        '/actions/',
        '/commands/',
        'response_url',
        'v0=',
      ]) {
        expect(log).not.toContain(secret);
      }
    } finally {
      await w.close();
    }
  });
});
