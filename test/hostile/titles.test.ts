import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanTitle } from '../../src/game/story/title.ts';
import { accepted, openRoom, type Room } from '../app/room.ts';
import { startWorkspace, type TestWorkspace } from '../app/workspace.ts';
import { formattedWith, strangersIn } from './live-markup.ts';
import { anyText } from './nasty.ts';
import { holds } from './property.ts';

/** Titles and names out of the whole of Unicode, through every message, private line and modal that shows them. */

let w: TestWorkspace;
beforeAll(async () => {
  // With all that Groom may ask for: what Slack refuses then is the fault of the request.
  w = await startWorkspace({ slack: { scopes: ['commands', 'chat:write', 'users:read', 'files:write'] } });
});
afterAll(() => w.close());

/** Stands in every title: what Slack formats must not hold it. */
const MARK = 'zqx';

/** What would be alive if it stood in mrkdwn. */
const bait = fc.constantFrom(
  ...['<!channel>', '<!here|x>', '<!everyone>', '<@U0MALLORY>', '<#C0EVIL|evil>', '<!subteam^S0EVIL>'],
  ...['<https://evil.example|Free>', '<mailto:a@evil.example>', '<!date^1^{date}|x>', '&lt;!channel&gt;'],
  ...['&amp;lt;!here&amp;gt;', '<<!here>>', '*', '_', '~', '`', '```', '> ', '\n', ':tada:', '\u202e', '\0'],
);

const title = fc
  .tuple(fc.array(fc.oneof(bait, anyText), { maxLength: 4 }), fc.constantFrom('', '', 'long '.repeat(590)))
  .map(([parts, long]) => `${MARK} ${parts.join('')} ${long}`.slice(0, 3000));

const handle = fc.oneof(anyText, bait).map((name) => name.slice(0, 80));

interface Words {
  first: string;
  second: string;
  added: string;
  name: string;
  /** Why somebody chose a card. */
  reason: string;
}

/** As much of it as fits, and what can be typed into one line. */
const reason = title.map((text) =>
  text
    .slice(0, 130)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' '),
);

const words = fc.record({ first: title, second: title, added: title, name: handle, reason });

/** A session that shows its titles everywhere: the message in every state, private lines, modals, the summary. */
async function play(room: Room, { first, second, added, name, reason }: Words): Promise<void> {
  await begin(room, first, name);
  expect(shownTitle(room)).toBe(cleanTitle(first)?.slice(0, 250));
  await room.vote({ ada: '5', bo: '8' });
  const told = room.bo.sees().findLast(({ channelId }) => channelId === room.channelId);
  accepted(await room.bo.click(told ?? room.message(), 'Add why'));
  accepted(await room.bo.submit({ reason }));
  await room.choose(room.bo, 'My vote');
  await room.choose(room.ada, 'Manage…');
  accepted(await room.ada.submit({ 'Add stories': added }));
  await room.choose(room.ada, 'Manage…');
  const [menu] = room.ada.view.view.blocks.filter(({ block_id }) => block_id?.startsWith('story_1'));
  accepted(await room.ada.chooseInView('Edit title…', { blockId: menu?.block_id ?? '' }));
  accepted(await room.ada.submit({ Title: second.replaceAll(/\p{Cc}/gu, ' ') }));
  await room.rest();
  for (const label of ['Reveal', 'Agree on 8', 'Vote again']) await room.click(room.ada, label);
  await room.vote({ ada: '5', bo: '5' });
  for (const label of ['Reveal', 'Next story', 'Join']) await room.click(room.ada, label);
  w.slack.kick(room.channelId);
  accepted(await room.bo.click(room.message(), '3'));
  await room.rest();
  w.slack.invite(room.channelId);
  await room.click(room.ada, '5');
  for (const label of ['Reveal', 'End']) await room.click(room.ada, label);
}

async function begin({ channelId, ada, rest }: Room, text: string, name: string): Promise<void> {
  const body = new URLSearchParams({
    command: '/groom',
    text: `--reasons -- ${escaped(text)}`,
    team_id: 'T0GROOM',
    channel_id: channelId,
    user_id: ada.id,
    user_name: name,
    response_url: '',
    trigger_id: '',
  }).toString();
  accepted(await w.slack.deliver({ body, headers: w.slack.sign(body) }));
  await rest();
}

/** As Slack sends it. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As much of the title as is shown however long it is. */
function shownTitle(room: Room): string {
  const [block] = room.message().blocks ?? [];
  const text = block?.type === 'rich_text' ? JSON.stringify(block.elements) : '';
  return String(JSON.parse(/"text":("(?:[^"\\]|\\.)*")/.exec(text)?.[1] ?? '""')).slice(0, 250);
}

describe('Titles', () => {
  it('should be shown as they were typed and come alive nowhere', { timeout: 60_000 }, async () => {
    await holds(fc.array(words, { minLength: 16, maxLength: 16 }), 1, async (sessions) => {
      const from = w.slack.sent.length;
      await Promise.all(sessions.map((given) => play(openRoom(w), given)));
      const sent = w.slack.sent.slice(from);
      expect(sent.flatMap(strangersIn)).toEqual([]);
      expect(sent.flatMap((one) => formattedWith(MARK, one))).toEqual([]);
      expect(refused()).toEqual([]);
    });
  });

  it('should come alive nowhere when they are refused, either', { timeout: 60_000 }, async () => {
    const wrong = fc.tuple(
      fc.constantFrom('--', '--deck ', '--deck=', '--lobby --'),
      fc.oneof(bait, anyText),
    );
    const room = openRoom(w);
    await holds(wrong, 60, async ([flag, text]) => {
      const from = w.slack.sent.length;
      accepted(await room.ada.command(`/groom ${flag}${text}x`));
      expect(w.slack.sent.slice(from).flatMap(strangersIn)).toEqual([]);
      expect(refused()).toEqual([]);
    });
  });

  const refused = () =>
    w.slack.traffic
      .filter(({ direction, outcome }) => direction === 'to Slack' && !/^(200|not_in_channel)/.test(outcome))
      .map(({ name, outcome, response }) => `${name}: ${outcome} ${JSON.stringify(response)}`.slice(0, 300));
});
