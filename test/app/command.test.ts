import { describe, expect } from 'vitest';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';

/** What the creator is told in private, after a command that must not post anything. */
async function refused(room: Room, text: string): Promise<string> {
  accepted(await room.ada.command(`/groom ${text}`));
  const told = await room.lastTold(room.ada);
  expect(room.sent()).toEqual([]);
  expect(room.ada.warnings()).toEqual([]);
  expect(room.told(room.ada)).toHaveLength(1);
  return told;
}

describe.concurrent('/groom --deck', () => {
  it.for([
    ['fibonacci', 'Fibonacci', '[0] [1] [2] [3] [5] [8] [13] [21] [?] [☕]'],
    ['modified', 'Modified Fibonacci', '[0] [½] [1] [2] [3] [5] [8] [13] [20] [40] [100] [?] [☕]'],
    ['tshirt', 'T-shirt', '[XS] [S] [M] [L] [XL] [XXL] [?] [☕]'],
    ['powers', 'Powers of two', '[1] [2] [4] [8] [16] [32] [64] [?] [☕]'],
  ])('should deal the deck %s', async ([name, title, cards], { room }) => {
    await room.groom(`--deck ${name} Add SSO`);
    expect(await room.shows()).toContain(`Add SSO\n${title} · hosted by ada\n${cards}`);
  });

  it.for([
    '--deck=tshirt Add SSO',
    '--deck TShirt Add SSO',
    '—deck tshirt Add SSO',
    '--DECK  tshirt   Add SSO',
  ])('should understand %s', async (text, { room }) => {
    await room.groom(text);
    expect(await room.shows()).toMatch(/^Add SSO\nT-shirt/);
  });

  it('should count ½ as a half', async ({ room }) => {
    await room.groom('--deck modified Add SSO');
    await room.vote({ ada: '½', bo: '1' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('*Median 0.75* · average 0.75 · spread ½–1');
  });

  it('should name the decks if it knows none of that name', async ({ w }) => {
    const told = await refused(openRoom(w), '--deck planets Add SSO');
    for (const word of ['planets', 'fibonacci', 'modified', 'tshirt', 'powers']) expect(told).toContain(word);
  });

  it.for(['--deck', '--deck=', '--deck= Add SSO'])('should ask which deck: %s', async (text, { w }) => {
    expect(await refused(openRoom(w), text)).toContain('tshirt');
  });
});

describe.concurrent('/groom with flags', () => {
  it('should open a lobby with --lobby, in any order with --deck', async ({ room, w }) => {
    await room.groom('--lobby --deck tshirt Add SSO');
    expect(await room.shows()).toMatch(/^Add SSO\nT-shirt/);
    expect(await room.shows()).toContain('[Start voting]');
    const other = openRoom(w);
    await other.groom('--deck tshirt --lobby Add SSO');
    expect(await other.shows()).toContain('[Start voting]');
  });

  it('should name the flag that it does not know, and those there are', async ({ w }) => {
    const told = await refused(openRoom(w), '--dekc tshirt Add SSO');
    for (const word of ['--dekc', '--deck', '--lobby']) expect(told).toContain(word);
  });

  it('should take what follows -- as it is', async ({ room }) => {
    await room.groom('-- --lobby is broken');
    expect(await room.shows()).toMatch(/^--lobby is broken\n/);
  });

  it('should leave dashes within a title alone', async ({ room }) => {
    await room.groom('Remove the --verbose flag');
    expect(await room.shows()).toMatch(/^Remove the --verbose flag\n/);
  });

  it('should ask about a flag behind the title, which dashes before it make a part of it', async ({
    room,
  }) => {
    expect(await refused(room, 'Add SSO login --lobby')).toContain('Does `--lobby` belong to the title?');
    await room.groom('-- Remove the --lobby flag');
    expect(await room.shows()).toMatch(/^Remove the --lobby flag\n/);
  });

  it.for(['--lobby', '--deck tshirt', '--lobby \u200b', '--'])(
    'should ask for a title: /groom %s',
    async (text, { w }) => {
      expect(await refused(openRoom(w), text)).toContain('/groom Add SSO login');
    },
  );

  it('should ask for a title that can be seen', async ({ w }) => {
    expect(await refused(openRoom(w), '\u200b\u2060')).toContain('/groom');
  });

  it('should repeat what was typed without letting it work', async ({ w }) => {
    const deck = await refused(openRoom(w), '--deck <@U0BO> Add SSO');
    expect(deck).not.toContain('<@U0BO>');
  });
});

describe.concurrent('/groom help', () => {
  it.for(['help', 'HELP', '--help', '?'])(
    'should explain everything privately: /groom %s',
    async (text, { room, w }) => {
      accepted(await room.bo.command(`/groom ${text}`));
      await room.rest();
      const [help] = w.slack.ephemeralsOf('bo').filter(({ channelId }) => channelId === room.channelId);
      const words = JSON.stringify(help?.blocks);
      for (const word of [
        '/groom Add SSO login',
        '--deck',
        '--lobby',
        'tshirt',
        'powers',
        'Manage…',
        '10 minutes',
      ]) {
        expect(words).toContain(word);
      }
      expect(words.split('\\n').length).toBeLessThan(25);
      expect(room.sent()).toEqual([]);
    },
  );
});

describe.concurrent('A link before the title', () => {
  const link = 'https://tracker.test/browse/PROJ-12';

  it.for([
    [`${link} Add SSO`, 'Add SSO', link],
    [`--deck tshirt ${link} Add SSO`, 'Add SSO', link],
    [`<${link}> Add SSO`, 'Add SSO', link],
    [link, 'PROJ-12', link],
    ['https://tracker.test/?a=1&b=2 Add SSO', 'Add SSO', 'https://tracker.test/?a=1&b=2'],
  ])('should be where the title leads: /groom %s', async ([typed = '', title = '', url = ''], { room }) => {
    await room.groom(typed);
    const linked = `"type":"link","url":${JSON.stringify(url)},"text":${JSON.stringify(title)}`;
    const shownTitle = () => JSON.stringify(room.message().blocks?.[0]);
    expect(shownTitle()).toContain(linked);
    expect(await room.text()).toContain(`Estimate “${title}”`);
    await room.vote({ ada: '?', bo: '?' });
    await room.click(room.ada, 'Reveal');
    expect(shownTitle()).toContain(linked);
    await room.click(room.ada, 'End');
    expect(JSON.stringify(room.message().blocks)).toContain(linked);
  });

  it.for([
    'javascript:alert(1) Add SSO',
    'data:text/html,x Add SSO',
    'https://ada:secret@tracker.test/ Add SSO',
  ])('should be one to the web, or is text: %s', async (typed, { room }) => {
    await room.groom(typed);
    const title = JSON.stringify(room.message().blocks?.[0]);
    expect(title).toContain(`"text":${JSON.stringify(typed)}`);
    expect(title).not.toContain('"url"');
  });
});

describe.concurrent('A title', () => {
  const titles: [what: string, typed: string, stored?: string][] = [
    ['emoji', '🚀 Ship it 👩‍👩‍👧‍👦 👍🏽'],
    ['emoji by name', ':rocket: Ship it', '🚀 Ship it'],
    ['right-to-left text', 'כניסה עם SSO'],
    ['an override of the direction', 'abc \u202edef'],
    ['NUL', 'Add\0SSO', 'Add SSO'],
    ['newlines', 'Add SSO\nand more\r\n\tof it', 'Add SSO and more of it'],
    ['a mention of the channel', '<!channel> look'],
    ['a mention of somebody', '<@U0CY> look'],
    ['a channel', '<#C0PLANNING|planning>'],
    ['marks', '*Add* _SSO_ ~now~ `please`', 'Add SSO now please'],
    ['half of a mark', '*Add SSO, 2*3 and snake_case'],
    ['what is no emoji', '1:100:5 arn:aws:iam std::on::x :partyparrot:'],
    ['a quote', '> Add SSO'],
    ['control characters of Slack', 'a & b < c > d'],
    ['entities', '&lt;b&gt; &amp;'],
    ['a link', 'See https://example.com/?a=1&b=2'],
    ['a link with a label', 'See <https://example.com|Free money>'],
    ['half a surrogate pair', 'Add \ud83d SSO', 'Add \ufffd SSO'],
    ['noncharacters', 'Add \uffff\ufffe SSO'],
    ['JSON', '{"value":"x"}\\'],
  ];

  it.for(titles)('should be shown as it was typed: %s', async ([, typed, stored = typed], { room }) => {
    await room.groom(typed);
    const title = () => shown(room.message().blocks?.slice(0, 1));
    expect(title()).toBe(stored);
    await room.vote({ ada: '8', bo: '8' });
    await room.click(room.ada, 'Reveal');
    expect(title()).toBe(stored);
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain(stored);
    // Wherever mrkdwn is interpreted, nothing that was typed is a mention or a link.
    const spoken = [...room.sent().map(({ text }) => text), ...room.told(room.ada)].join('\n');
    expect(spoken.replaceAll(/<@U0(ADA|BO)>/g, '')).not.toMatch(/<[^<>\n]+>/);
  });

  it('should be stored whole with 3,000 characters, and cut with an ellipsis where Slack has a limit', async ({
    room,
  }) => {
    const title = `${'Add SSO '.repeat(374)}12345678`;
    expect(title).toHaveLength(3000);
    await room.groom(title);
    expect((await room.shows()).split('\n')[0]).toMatch(/^(Add SSO )+.*…$/);
    expect((await room.text()).length).toBeLessThan(500);
    await room.vote({ ada: '5', bo: '5' });
    expect((await room.lastTold(room.ada)).length).toBeLessThan(200);
    await room.choose(room.ada, 'Manage…');
    expect(room.modal(room.ada)).toContain('1. Add SSO');
    await room.ada.chooseInView('Edit title…');
    expect(JSON.stringify(room.ada.view.view)).toContain(JSON.stringify(title));
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('5 Add SSO');
  });

  it('should never be cut through a character', async ({ room }) => {
    await room.groom('👩‍👩‍👧‍👦'.repeat(100));
    const [title = ''] = (await room.shows()).split('\n');
    expect(title).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
    expect(title.isWellFormed()).toBe(true);
  });

  it('should be refused with more than 3,000 characters', async ({ w }) => {
    expect(await refused(openRoom(w), 'x'.repeat(3001))).toContain('3000');
  });
});
