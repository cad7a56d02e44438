import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities, messageLine } from '../../../handlers/receive/message-text.ts';

describe('A message as a title', () => {
  it.each([
    ['Add SSO login', 'Add SSO login'],
    [' Add\nSSO \t login\n', 'Add SSO login'],
    ['Q &amp; A: a &lt; b &gt; c', 'Q & A: a < b > c'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['*Add* _SSO_ ~now~', 'Add SSO now'],
    ['*_Add_ SSO*', 'Add SSO'],
    ['*bold, _both and ~all~_*', 'bold, both and all'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['__init__ and **kwargs**', '__init__ and **kwargs**'],
    ['a * b * c', 'a * b * c'],
    ['(*Add*) SSO', '(Add) SSO'],
    ['`*code*` and ```\nmore_of it_\n```', '*code* and more_of it_'],
    ['&gt; Add SSO\n&gt;&gt;&gt; please', 'Add SSO please'],
    ['<https://x.example/PROJ-12|PROJ-12> please', 'PROJ-12 please'],
    ['see <https://x.example/?a=1&amp;b=2>', 'see https://x.example/?a=1&b=2'],
    ['<mailto:ada@x.example|ada@x.example>', 'ada@x.example'],
    ['<@U0BO|bo>, look', '@bo, look'],
    ['<@U0BO>, look', '@…, look'],
    ['in <#C0PLANNING|planning> and <#C0LEADS>', 'in #planning and #…'],
    ['<!here> <!channel|@channel> <!subteam^S0QA|@qa> <!subteam^S0QA>', '@here @channel @qa @subteam'],
    ['due <!date^1700000000^{date}|tomorrow>', 'due tomorrow'],
    ['*<https://x.example|bold link>*', 'bold link'],
    [':rocket: Ship it 🚀', ':rocket: Ship it 🚀'],
    ['', ''],
    ['\n \n', ''],
  ])('%j is %j', (mrkdwn, line) => {
    expect(messageLine(mrkdwn)).toBe(line);
  });

  it('should be cut with an ellipsis, never through a character or a link', () => {
    expect(messageLine('x'.repeat(151))).toBe(`${'x'.repeat(149)}…`);
    expect(messageLine('👩‍👩‍👧'.repeat(60))).toMatch(/^(👩‍👩‍👧)+…$/u);
    expect(messageLine(`Look: <https://x.example/${'y'.repeat(4000)}|here>`)).toBe('Look:');
  });

  it('should be one short line of whatever there is', () => {
    const piece = fc.constantFrom('*', '_', '~', '`', '<', '>', '|', '&gt;', '&', ' ', '\n', 'a', '@', '😀');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const line = messageLine(pieces.join(''));
        expect(line.length).toBeLessThanOrEqual(150);
        expect(line).not.toMatch(/\n/);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each(['*a ', '_*~', '`a', '<', '<a|', '&gt; ', '*a* '])('should take no time for many %j', (piece) => {
    const began = performance.now();
    messageLine(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

it.each([
  ['&lt;!channel&gt; &amp; co', '<!channel> & co'],
  ['&amp;lt;', '&lt;'],
  ['a < b', 'a < b'],
])('Slack’s %j was typed as %j', (escaped, typed) => {
  expect(decodeEntities(escaped)).toBe(typed);
});
