import { describe, expect } from 'vitest';
import { isObject } from '../../stand-ins/slack/blockkit/json.ts';
import { envelope } from '../../stand-ins/slack/payloads.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import type { TestWorkspace } from './workspace.ts';

/** Bo has said something; Ada has chosen *Estimate this* beside it. */
async function estimate(w: TestWorkspace, text: string): Promise<Room & { address: string }> {
  const room = openRoom(w);
  const { ts } = room.bo.talk(text);
  accepted(await room.ada.shortcut({ ts, channelId: room.channelId, text }, 'estimate_this'));
  return { ...room, address: `https://acme.slack.com/archives/${room.channelId}/p${ts.replace('.', '')}` };
}

const stories = ({ ada }: Room) => ada.view.values.stories?.stories?.value;

describe.concurrent('Estimate this', () => {
  it('should open the form with the message’s text and a link to it, and post nothing yet', async ({ w }) => {
    const room = await estimate(w, '*Can we* add <https://x.example/sso|SSO>,\n<@U0CY>?  a &lt; b');
    expect(room.ada.view.view.title.text).toBe('New estimation');
    expect(stories(room)).toBe(`${room.address} Can we add SSO,`);
    expect(room.sent()).toEqual([]);
  });

  it('should start an estimation of it, its title linked', async ({ w }) => {
    const room = await estimate(w, 'Add SSO');
    accepted(await room.ada.submit());
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toMatch(/^Add SSO\nFibonacci · hosted by ada/);
    expect(JSON.stringify(room.message().blocks?.[0])).toContain(room.address);
  });

  it('should cut a long message', async ({ w }) => {
    const room = await estimate(w, 'word '.repeat(800));
    expect(String(stories(room))).toMatch(/^https:\S+ (word )+word…$/);
    expect(String(stories(room)).length).toBeLessThan(300);
  });

  it('should be filled in as the channel has settled it', async ({ room }) => {
    accepted(await room.bo.command('/groom settings'));
    accepted(await room.bo.submit({ deck: 'tshirt' }));
    accepted(await room.ada.shortcut(room.bo.talk('Add SSO'), 'estimate_this'));
    accepted(await room.ada.submit());
    expect(await room.shows()).toMatch(/^Add SSO\nT-shirt/);
  });

  it('should link to the message alone if it says nothing', async ({ w }) => {
    const room = await estimate(w, ' ');
    expect(stories(room)).toBe(room.address);
  });

  it('should link to a reply within its thread', async ({ room }) => {
    const thread_ts = '1700000000.000100';
    accepted(await chosen(room, { ts: '1700000001.000200', thread_ts, text: 'Add SSO' }));
    const address = `https://acme.slack.com/archives/${room.channelId}/p1700000001000200`;
    expect(stories(room)).toBe(`${address}?thread_ts=${thread_ts}&cid=${room.channelId} Add SSO`);
  });

  it('should say privately that the form did not open', async ({ room }) => {
    accepted(await chosen(room, { ts: '1700000001.000200', text: 'Add SSO' }, { trigger_id: 'long.gone' }));
    expect(room.ada.views).toEqual([]);
    expect(await room.lastTold(room.ada)).toContain('did not open');
  });

  it.for([
    ['no message', { message: null }],
    ['a message that is none', { message: 'x' }],
    ['no channel', { channel: {} }],
    ['nobody', { user: {} }],
    ['another shortcut', { callback_id: 'explode' }],
    ['a shortcut without a name', { callback_id: ['estimate_this'] }],
  ] as const)('should do nothing, and fail at nothing, with %s', async ([, changes], { room }) => {
    accepted(await chosen(room, { ts: '1700000001.000200', text: 'Add SSO' }, changes));
    expect(room.ada.views).toEqual([]);
    expect(room.sent()).toEqual([]);
  });
});

/** The shortcut beside a message that is not as people can write them here. */
function chosen({ w, ada, channelId }: Room, message: object, changes: object = {}) {
  const { core } = w.slack;
  const base = envelope(core, 'message_action', ada.id);
  if (!isObject(base.team)) throw new Error('No team');
  return w.slack.deliverPayload({
    ...base,
    callback_id: 'estimate_this',
    channel: { id: channelId },
    message,
    trigger_id: core.triggers.issue(ada.windowId),
    response_url: core.responseUrls.issue('app', String(base.team.id), { channelId, memberId: ada.id }),
    ...changes,
  });
}
