import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/ports/chat.ts';
import { ADA, BO, CHANNEL } from '../../game/a-session.ts';
import { type FullChatBackend, line } from './backend.ts';
import { refused } from './messages.ts';

export function peopleContract(backend: () => FullChatBackend): void {
  const file = { name: 'estimates.csv', content: '\ufeffstory,estimate\r\n“Añadir” 🃏,5\r\n' };

  async function uploaded(upload: Promise<Outcome<string>>): Promise<string> {
    const answer = await upload;
    if (!answer.ok) throw new Error('not uploaded');
    return answer.value;
  }

  describe('Somebody’s profile', () => {
    const profile = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo', name: 'Countess Ada' };

    it('should be told with the scope users:read', async () => {
      const { chat, grant, setProfile } = backend();
      grant('users:read');
      setProfile(ADA, profile);
      expect(await chat.profile(ADA)).toEqual({ ok: true, value: profile });
      expect(await chat.profile('U0NOBODY')).toEqual(refused('user_not_found'));
    });

    it('should not be told without', async () => {
      expect(await backend().chat.profile(ADA)).toEqual(refused('missing_scope'));
    });
  });

  describe('A file', () => {
    it('should be given to one person, below a line of its own, with the scope files:write', async () => {
      const { chat, grant, direct, files } = backend();
      grant('files:write');
      const id = await uploaded(chat.uploadFile(file));
      expect([...direct(ADA), ...files(ADA)]).toEqual([]);
      expect(await chat.shareFile(ADA, { id, name: file.name }, line('Here you are'))).toMatchObject({
        ok: true,
      });
      expect(direct(ADA)[0]).toMatchObject({ text: 'Here you are' });
      expect(files(ADA)).toEqual([file]);
      expect([...direct(BO), ...files(BO)]).toEqual([]);
    });

    it('should not be given without', async () => {
      const { chat, direct, files } = backend();
      expect(await chat.uploadFile(file)).toEqual(refused('missing_scope'));
      expect([...direct(ADA), ...files(ADA)]).toEqual([]);
    });
  });

  describe('A private line', () => {
    it('should be refused to somebody who is not in the channel', async () => {
      const { chat, told } = backend();
      expect(await chat.postEphemeral(CHANNEL, 'U0NOBODY', line('Hi'))).toEqual(
        refused('user_not_in_channel'),
      );
      expect(told('U0NOBODY')).toEqual([]);
    });
  });

  describe('A message that is gone', () => {
    it('should have no address', async () => {
      expect(await backend().chat.permalink(CHANNEL, '1.000001')).toEqual(refused('message_not_found'));
    });
  });
}
