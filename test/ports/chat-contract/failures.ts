import { describe, expect, it } from 'vitest';
import type { Chat, Outcome } from '../../../src/ports/chat.ts';
import { ADA, CHANNEL } from '../../game/a-session.ts';
import { type ChatBackend, home, line, message, modal } from './backend.ts';

type Call = (backend: ChatBackend, ts: string) => Promise<Outcome>;

const CALLS: Record<keyof Chat, Call> = {
  check: ({ chat }) => chat.check(),
  post: ({ chat }) => chat.post(CHANNEL, message('Two')),
  update: ({ chat }, ts) => chat.update(CHANNEL, ts, message('Two')),
  deleteMessage: ({ chat }, ts) => chat.deleteMessage(CHANNEL, ts),
  postDirect: ({ chat }) => chat.postDirect(ADA, line('Two')),
  postEphemeral: ({ chat }) => chat.postEphemeral(CHANNEL, ADA, line('Two')),
  permalink: ({ chat }, ts) => chat.permalink(CHANNEL, ts),
  openView: ({ chat }) => chat.openView('trigger', modal('Two')),
  pushView: ({ chat }) => chat.pushView('trigger', modal('Two')),
  updateView: ({ chat }) => chat.updateView('V1', modal('Two')),
  publishHome: ({ chat }) => chat.publishHome(ADA, home('Two')),
  respond: ({ chat, responseUrl }) => chat.respond(responseUrl(ADA), line('Two')),
  postThrough: ({ chat, responseUrl }) => chat.postThrough(responseUrl(ADA), message('Two')),
  replaceThrough: ({ chat, responseUrl }, ts) => chat.replaceThrough(responseUrl(ADA, ts), message('Two')),
  profile: ({ chat }) => chat.profile(ADA),
  uploadFile: ({ chat }) => chat.uploadFile({ name: 'two.csv', content: 'Two' }),
  shareFile: ({ chat }) => chat.shareFile(ADA, { id: 'F1', name: 'two.csv' }, line('Two')),
};
const NAMES = Object.keys(CALLS) as (keyof Chat)[];
/** Those that write what the backend can show. */
const WRITES = [
  'post',
  'update',
  'postDirect',
  'postEphemeral',
  'respond',
  'postThrough',
  'replaceThrough',
] as const;

const UNKNOWN = { ok: false, failure: { kind: 'unknown', error: expect.stringMatching(/./) } };

/** What callers can rely on when a call fails. No call ever throws. */
export function failureContract(backend: () => ChatBackend): void {
  /** Makes a call that goes wrong, beside a message that is there already. */
  async function fail(name: keyof Chat, trouble: Parameters<ChatBackend['failNext']>[0]): Promise<Outcome> {
    const posted = await backend().chat.post(CHANNEL, message('One'));
    backend().failNext(trouble);
    return CALLS[name](backend(), posted.ok ? posted.value : '');
  }
  const all = () => {
    const { messages, told, direct } = backend();
    return [...messages(), ...told(ADA), ...direct(ADA)].map(({ text }) => text);
  };

  describe('A call that goes wrong', () => {
    it.each(NAMES)('should say when to call again, and nothing has happened: %s', async (name) => {
      const failure = { kind: 'rate_limited', retryAfter: backend().retryAfter };
      expect(await fail(name, 'limited')).toEqual({ ok: false, failure });
      expect(all()).toEqual(['One']);
    });

    it.each(NAMES)('should say that it is not known when nobody hears of it: %s', async (name) => {
      expect(await fail(name, 'lost')).toEqual(UNKNOWN);
      expect(all()).toEqual(['One']);
    });

    it.each(NAMES)('should say that it is not known when Slack has a bad day: %s', async (name) => {
      expect(await fail(name, 'failing')).toEqual(UNKNOWN);
    });

    it.each(WRITES)(
      'should say that it is not known when it is not answered, and has happened: %s',
      async (name) => {
        expect(await fail(name, 'unanswered')).toEqual(UNKNOWN);
        expect(all()).toContain('Two');
      },
    );

    it.each(['update', 'respond'] as const)('should end, though nobody answers: %s', async (name) => {
      expect(await fail(name, 'hanging')).toEqual(UNKNOWN);
    });

    it('should be the only one', async () => {
      await fail('post', 'lost');
      expect(await backend().chat.post(CHANNEL, message('Two'))).toMatchObject({ ok: true });
      expect(all()).toEqual(['One', 'Two']);
    });
  });
}
