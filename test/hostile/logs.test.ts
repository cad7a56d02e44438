import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, gather, openRoom } from '../app/room.ts';
import { startWorkspace, type TestWorkspace } from '../app/workspace.ts';
import { problemsOfLog } from './log-lines.ts';

/** Everything is logged here that ever could be. */
let w: TestWorkspace;
beforeAll(async () => {
  w = await startWorkspace({ groom: { env: { LOG_LEVEL: 'debug' } } });
});
afterAll(() => w.close());

describe('The log', () => {
  it('should hold no secrets after a session that goes well and one that does not', async () => {
    // Cards that are found in no other line.
    const room = openRoom(w);
    await room.groom('--deck tshirt Zanzibar');
    await room.vote({ ada: 'XXL', bo: 'XXL', cy: 'XS' });
    await room.choose(room.bo, 'My vote');
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Add stories': 'Zanzibar again' }));
    accepted(await room.bo.click(room.message(), 'Reveal'));
    w.slack.failNext('chat.update', { error: 'fatal_error' });
    w.slack.failNext('chat.update', { error: 'ratelimited', retryAfter: 1 });
    w.slack.failNext('chat.update', { status: 502, body: 'XXL' });
    w.slack.failNext('chat.update', { drop: true });
    w.slack.failNext('views.open', { drop: true });
    await room.click(room.bo, 'Leave');
    await room.choose(room.ada, 'People…');
    w.slack.kick(room.channelId);
    await room.click(room.ada, 'XS');
    w.slack.invite(room.channelId);
    await room.click(room.ada, 'Reveal');
    await w.slack.deliver({ body: 'Zanzibar=XXL', headers: w.slack.sign('Zanzibar=XXL') });
    await w.slack.deliver({ body: 'payload={"XXL"', headers: {} });

    // What is said, asked and typed besides.
    await gather(room, '--reasons --anonymous --until 2h --deck "1,Wombat,?" Zanzibar', room.bo);
    // The creator's direct message.
    w.slack.failNext('chat.postMessage', { error: 'internal_error' });
    await room.vote({ bo: 'Wombat', cy: '1', dee: '1' });
    const told = room.bo.sees().findLast(({ channelId }) => channelId === room.channelId);
    w.slack.failNext('views.open', { error: 'internal_error' });
    accepted(await room.bo.click(told ?? room.message(), 'Add why'));
    accepted(await room.bo.click(told ?? room.message(), 'Add why'));
    accepted(await room.bo.submit({ reason: 'Quokka quokka' }));
    await room.click(room.ada, 'Reveal');
    const typed = ['vote Wombat', 'vote Numbat', 'history', 'history 99', 'export', 'export Numbat', 'mine'];
    const wrong = [
      '--deck Numbat x',
      '--until Numbat x',
      '--Numbat x',
      '--deck "1,Numbat*" x',
      'reveal',
      'next',
    ];
    for (const text of [...typed, ...wrong]) {
      accepted(await room.ada.command(`/groom ${text}`));
      await room.rest();
    }
    accepted(await room.ada.command('/groom settings'));
    accepted(
      await room.ada.submit({ decks: 'Numbat: 1, 2', pattern: 'NUMBAT-', url: 'https://numbat.test/' }),
    );
    accepted(await room.ada.submit({ decks: 'Numbat: Wombat, 2', pattern: '', url: '' }));
    accepted(await room.bo.shortcut(room.message(), 'estimate_this'));
    await room.bo.openHome();
    const outside = openRoom(w, { kind: 'private', app: false });
    await outside.groom('--deck "1,Wombat,?" Zanzibar');
    await outside.vote({ bo: 'Wombat', cy: 'Wombat' });
    await outside.click(outside.ada, 'Reveal');
    await w.groom.settled();

    const messages = w.log.map((line) => JSON.parse(line).message);
    expect(messages).toEqual(expect.arrayContaining(['click', 'published', 'answered', 'unsigned request']));
    // Not the name of a class, which a bundler shortens.
    expect(w.log.join('\n')).toContain('"why":"slack_webapi_request_error');
    // The ids of sessions are made of such letters, too.
    const lines = w.log.map((line) => line.replaceAll(/"\w{26}"/g, '"session"'));
    expect(problemsOfLog(lines, [/XXL|XS/, /Zanzibar/, /wombat|numbat/i, /quokka/i])).toEqual([]);
  });
});
