import { describe, expect } from 'vitest';
import { inOwnWorkspace } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

const it = inOwnWorkspace({ groom: { env: { GROOM_ADMINS: 'U0DEE, U0ADA' } } });

const TYPED = '/groom doctor & < > 🚀 *bold* @x #y “q” --';

/** Ada, who may, has asked. */
async function examined(room: Room) {
  accepted(await room.ada.command(TYPED));
  await room.rest();
  return lineIn(room);
}

/** The newest private line that she sees. */
function lineIn({ ada, channelId }: Room) {
  const line = ada.sees().findLast((one) => one.channelId === channelId && one.blocks !== undefined);
  if (!line) throw new Error('there is no private line');
  return line;
}

/** What she was sent by the app itself. */
const direct = ({ w: { slack } }: Room): string[] =>
  slack.core.messages.list('D0ADA').map(({ blocks }) => JSON.stringify(blocks));

describe('/groom doctor', () => {
  it('should show what arrived, as it arrived, and where it came from', async ({ w }) => {
    const room = openRoom(w);
    const words = JSON.stringify((await examined(room)).blocks);
    const arrived = words.replaceAll('\\\\\\"', '"').replaceAll('\\"', '"').replaceAll('\\n', '\n');
    // Slack makes emoji into their names on the way.
    expect(arrived).toContain('doctor &amp; &lt; &gt; :rocket: *bold* @x #y “q” --');
    expect(arrived).toContain('U+201C “ U+201D ”');
    expect(arrived).toMatch(/^team_id: T\w+$/m);
    expect(arrived).not.toMatch(/xoxb|hooks|token/);
    expect(w.slack.messages(room.channelId)).toEqual([]);
  });

  it('should be a title for whoever the operator hasn’t named', async ({ w }) => {
    const room = openRoom(w);
    accepted(await room.bo.command(TYPED));
    await room.rest();
    expect(await room.shows()).toMatch(/^doctor & < > 🚀/);
  });

  it('should say where a click, a click in a modal and a submission came from', async ({ w }) => {
    const room = openRoom(w);
    accepted(await room.ada.click(await examined(room), 'Open a modal'));
    expect(room.modal(room.ada)).toContain('user.team_id: T');
    accepted(await room.ada.clickInView('Click here'));
    accepted(await room.ada.submit());
    await room.rest();
    const heard = room.told(room.ada).slice(-3);
    expect(heard).toEqual([
      'What a click brought:',
      'What a click in a modal brought:',
      'What a submission brought:',
    ]);
    expect(JSON.stringify(lineIn(room).blocks)).toContain('view.app_installed_team_id: T');
  });

  it('should try updates of a message, and say what Slack took', async ({ w }) => {
    const room = openRoom(w);
    accepted(await room.ada.click(await examined(room), 'Post a message to try updates on'));
    await room.rest();
    await room.click(room.ada, 'Try updates');
    expect(await room.shows()).toMatch(/^5: this was sent last/);
    const [report = ''] = direct(room);
    expect(report).toContain('chat.update: taken');
    expect(report).toContain('chat.update after it: taken');
    expect(report).toContain('response_url: taken 5 times within seconds');
  });

  it('should say where updates no longer work after a click has replaced the message', async ({ w }) => {
    const room = openRoom(w);
    accepted(await room.ada.click(await examined(room), 'Post a message to try updates on'));
    await room.rest();
    let updates = 0;
    const stop = w.slack.intercept((method) => {
      if (method !== 'chat.update' || ++updates === 1) return undefined;
      return { body: { ok: false, error: 'cant_update_message' } };
    });
    await room.click(room.ada, 'Try updates');
    stop();
    const [report = ''] = direct(room);
    expect(report).toContain('chat.update: taken');
    expect(report).toContain('chat.update after it: cant_update_message');
    expect(report).toContain('both at once: cant_update_message');
    expect(await room.shows()).not.toMatch(/^3/);
  });

  it('should try whether what was deleted comes back', async ({ w }) => {
    const room = openRoom(w);
    accepted(await room.ada.click(await examined(room), 'Post a message to try updates on'));
    await room.rest();
    accepted(await room.ada.click(room.message(), 'Delete, then replace'));
    await room.rest();
    expect(w.slack.messages(room.channelId)).toEqual([]);
    const [report = ''] = direct(room);
    expect(report).toContain('chat.delete: taken');
    expect(report).toMatch(/response_url of what was deleted: HTTP \d+/);
  });

  it('should do nothing for others who click on its message', async ({ w }) => {
    const room = openRoom(w);
    accepted(await room.ada.click(await examined(room), 'Post a message to try updates on'));
    await room.rest();
    const before = await room.shows();
    await room.click(room.bo, 'Try updates', 'Delete, then replace');
    expect(await room.shows()).toBe(before);
    expect(direct(room)).toEqual([]);
  });
});
