import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/ports/chat.ts';
import { ADA, BO, CHANNEL } from '../../game/a-session.ts';
import { type ChatBackend, line, message } from './backend.ts';

export const refused = (error: string): Outcome => ({ ok: false, failure: { kind: 'refused', error } });

export function messageContract(backend: () => ChatBackend): void {
  /** The `ts` of a new message. */
  async function post(text: string): Promise<string> {
    const posted = await backend().chat.post(CHANNEL, message(text));
    if (!posted.ok) throw new Error('not posted');
    return posted.value;
  }

  describe('A message', () => {
    it('should be posted for everybody, and be known by its ts', async () => {
      const { messages } = backend();
      const ts = [await post('One'), await post('Two')];
      expect(messages()).toMatchObject([
        { ts: ts[0], ...message('One') },
        { ts: ts[1], ...message('Two') },
      ]);
    });

    it('should be updated where it stands', async () => {
      const { chat, messages } = backend();
      const one = await post('One');
      const two = await post('Two');
      expect(await chat.update(CHANNEL, one, message('Three'))).toMatchObject({ ok: true });
      expect(messages()).toMatchObject([
        { ts: one, ...message('Three') },
        { ts: two, ...message('Two') },
      ]);
    });

    it('should have an address', async () => {
      const { chat } = backend();
      const ts = await post('One');
      const link = await chat.permalink(CHANNEL, ts);
      expect(link).toEqual({ ok: true, value: expect.stringMatching(/^https:\/\//) });
      expect(link.ok && link.value).toContain(`/archives/${CHANNEL}/p${ts.replace('.', '')}`);
    });

    it('should not be updated once it is gone', async () => {
      const { chat, messages } = backend();
      await post('One');
      expect(await chat.update(CHANNEL, '1.000001', message('Two'))).toEqual(refused('message_not_found'));
      expect(messages()).toMatchObject([message('One')]);
    });

    it('should be refused where the app is no member, and nothing happens', async () => {
      const { chat, messages, kick } = backend();
      const ts = await post('One');
      kick();
      expect(await chat.post(CHANNEL, message('Two'))).toEqual(refused('not_in_channel'));
      expect(await chat.update(CHANNEL, ts, message('Two'))).toEqual(refused('not_in_channel'));
      expect(messages()).toMatchObject([message('One')]);
    });
  });

  describe('A private line', () => {
    it('should reach one person in the channel, and nobody else', async () => {
      const { chat, messages, told, direct } = backend();
      expect(await chat.postEphemeral(CHANNEL, ADA, line('Hi'))).toMatchObject({ ok: true });
      expect(told(ADA)).toMatchObject([{ text: 'Hi' }]);
      expect(told(BO)).toEqual([]);
      expect([...messages(), ...direct(ADA)]).toEqual([]);
    });

    it('should reach somebody in the app’s own conversation with them', async () => {
      const { chat, messages, told, direct } = backend();
      expect(await chat.postDirect(ADA, line('Hi'))).toMatchObject({ ok: true });
      expect(direct(ADA)).toMatchObject([{ text: 'Hi' }]);
      expect([...messages(), ...direct(BO), ...told(ADA)]).toEqual([]);
    });
  });
}
