import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/time.ts';
import { ADA, BO, CHANNEL } from '../../game/a-session.ts';
import { type ChatBackend, line, message } from './backend.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function responseUrlContract(backend: () => ChatBackend): void {
  const REFUSED = { ok: false, failure: { kind: 'refused' } };
  const USES = 5;
  const LIFE = 30 * MINUTE;

  /** The `ts` of a message that was posted where the app is no member. */
  async function postThrough(text: string): Promise<string> {
    const { chat, responseUrl, messages } = backend();
    expect(await chat.postThrough(responseUrl(ADA), message(text))).toMatchObject({ ok: true });
    return messages().at(-1)?.ts ?? '';
  }

  describe('Through a response_url', () => {
    it('should tell whoever clicked, and leave the message as it is', async () => {
      const { chat, messages, told, responseUrl } = backend();
      const ts = await postThrough('One');
      expect(await chat.respond(responseUrl(BO, ts), line('Hi'))).toMatchObject({ ok: true });
      expect(told(BO)).toMatchObject([{ text: 'Hi' }]);
      expect(told(ADA)).toEqual([]);
      expect(messages()).toMatchObject([message('One')]);
    });

    it('should tell whoever typed a command', async () => {
      const { chat, messages, told, responseUrl } = backend();
      expect(await chat.respond(responseUrl(ADA), line('Hi'))).toMatchObject({ ok: true });
      expect(told(ADA)).toMatchObject([{ text: 'Hi' }]);
      expect(messages()).toEqual([]);
    });

    it('should post to everybody, where the app may not post itself', async () => {
      const { chat, messages, kick } = backend();
      kick();
      expect(await chat.post(CHANNEL, message('One'))).toMatchObject(REFUSED);
      await postThrough('Two');
      expect(messages()).toMatchObject([message('Two')]);
    });

    it('should replace the message that was clicked, where the app may not update it itself', async () => {
      const { chat, messages, responseUrl, kick } = backend();
      kick();
      const one = await postThrough('One');
      const two = await postThrough('Two');
      expect(await chat.update(CHANNEL, one, message('Three'))).toMatchObject(REFUSED);
      expect(await chat.replaceThrough(responseUrl(BO, one), message('Three'))).toMatchObject({ ok: true });
      expect(messages()).toMatchObject([
        { ts: one, ...message('Three') },
        { ts: two, ...message('Two') },
      ]);
    });

    it('should be refused after five uses', async () => {
      const { chat, told, responseUrl } = backend();
      const url = responseUrl(ADA);
      for (let use = 0; use < USES; use++)
        expect(await chat.respond(url, line('Hi'))).toMatchObject({ ok: true });
      expect(await chat.respond(url, line('Hi'))).toMatchObject(REFUSED);
      expect(told(ADA)).toHaveLength(USES);
    });

    it('should be refused after half an hour', async () => {
      const { chat, messages, told, responseUrl, pass } = backend();
      const ts = await postThrough('One');
      const [early, late] = [responseUrl(ADA), responseUrl(ADA, ts)];
      pass(LIFE - SECOND);
      expect(await chat.respond(early, line('Hi'))).toMatchObject({ ok: true });
      pass(MINUTE);
      expect(await chat.respond(early, line('Hi'))).toMatchObject(REFUSED);
      expect(await chat.postThrough(early, message('Two'))).toMatchObject(REFUSED);
      expect(await chat.replaceThrough(late, message('Two'))).toMatchObject(REFUSED);
      expect(told(ADA)).toHaveLength(1);
      expect(messages()).toMatchObject([message('One')]);
    });
  });
}
