import { describe, expect, it } from 'vitest';
import { glyphOf, withShortcodes } from '../../../stand-ins/slack/emoji.ts';
import { slackWithApp } from './scripted-app.ts';

describe('Emoji that are typed', () => {
  it.each([
    ['🚀 Ship it', ':rocket: Ship it'],
    ['Ship🚀it', 'Ship:rocket:it'],
    ['🚀🐢', ':rocket::turtle:'],
    ['🤔 🟢 🙂', ':thinking_face: :large_green_circle: :slightly_smiling_face:'],
    ['👍 👎', ':thumbsup: :thumbsdown:'],
    ['👍🏻 👋🏿', ':thumbsup::skin-tone-2: :wave::skin-tone-6:'],
    ['👩🏽‍💻', ':female-technologist::skin-tone-4:'],
    ['👩‍👩‍👧', ':woman-woman-girl:'],
    ['❤️ ☕ 1️⃣', ':heart: :coffee: :one:'],
    ['🇩🇪 🇺🇦 🏴󠁧󠁢󠁥󠁮󠁧󠁿', ':de: :flag-ua: :flag-england:'],
    ['© 1 # * ↔ ❤', '© 1 # * ↔ ❤'],
    [':rocket: 1:100:5', ':rocket: 1:100:5'],
    ['ログイン🎉', 'ログイン:tada:'],
  ])('%j arrive as %j', (typed, arrived) => {
    expect(withShortcodes(typed)).toBe(arrived);
  });

  it.each([
    ['rocket', '🚀'],
    ['+1', '👍'],
    ['thumbsup::skin-tone-2', '👍🏻'],
    ['female-technologist::skin-tone-4', '👩🏽‍💻'],
    ['flag-de', '🇩🇪'],
    ['partyparrot', undefined],
    ['constructor', undefined],
  ])('%s is %s', (name, glyph) => {
    expect(glyphOf(name)).toBe(glyph);
  });

  it('should reach the app by their names, wherever they are typed', async () => {
    const { slack, app, client } = await slackWithApp();
    const ada = slack.as('ada');
    await ada.command('/groom 🚀 & *bold* ~x~ `code` :tada:');
    expect(app.last().form.text).toBe(':rocket: &amp; *bold* ~x~ `code` :tada:');
    expect(ada.talk('🚀 *Add* SSO').text).toBe(':rocket: *Add* SSO');

    const text = (value: string) => ({ type: 'plain_text' as const, text: value });
    const element = { type: 'plain_text_input' as const, action_id: 'title', max_length: 20 };
    const blocks = [{ type: 'input' as const, block_id: 'title', label: text('Title'), element }];
    const view = { type: 'modal' as const, title: text('New'), submit: text('Start'), blocks };
    await client.views.open({ trigger_id: String(app.last().form.trigger_id), view });
    await ada.submit({ Title: '👍🏻 it' });
    expect(app.last().payload).toMatchObject({
      view: { state: { values: { title: { title: { value: ':thumbsup::skin-tone-2: it' } } } } },
    });
  });

  it('should bring a link that was pasted with its label', async () => {
    const { slack, app } = await slackWithApp();
    const links = { 'PROJ-12': 'https://tracker.example/PROJ-12?a=1&b=2' };
    await slack.as('ada').command('/groom See PROJ-12 & <it>', { links });
    expect(app.last().form.text).toBe(
      'See <https://tracker.example/PROJ-12?a=1&amp;b=2|PROJ-12> &amp; &lt;it&gt;',
    );
  });
});
