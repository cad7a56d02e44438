import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../src/game/participant.ts';
import { aVoter, BO, CY, clickedAt } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

export function participantContract(tested: Tested): void {
  describe('A participant', () => {
    const voter = aVoter(BO, 5);

    it.each<[string, Participant, boolean]>([
      ['a newer click', { ...voter, role: 'observer', at: clickedAt(6) }, true],
      ['an older click', { ...voter, role: 'left', at: clickedAt(4) }, false],
      ['the same click', { ...voter, role: 'left' }, false],
    ])('and %s: changed is %s', async (_, click, changed) => {
      const session = await tested.create();
      expect(await tested.store.writeParticipant(session, voter)).toBe(true);
      expect(await tested.store.writeParticipant(session, click)).toBe(changed);
      expect(await tested.store.participant(session.sessionId, BO)).toEqual(changed ? click : voter);
    });

    it('should be one of this session alone', async () => {
      const { store } = tested;
      const [session, other] = [await tested.create(), await tested.create()];
      await store.writeParticipant(session, aVoter(CY));
      await store.writeParticipant(session, voter);
      expect(await store.participants(session.sessionId)).toEqual([voter, aVoter(CY)]);
      expect(await store.participants(other.sessionId)).toEqual([]);
      expect(await store.participant(other.sessionId, BO)).toBeUndefined();
    });

    it('should not get lost when a hundred people join at once', async () => {
      const session = await tested.create();
      const voters = Array.from({ length: 100 }, (_, n) => aVoter(`U${100 + n}`, n));
      await Promise.all(voters.map((one) => tested.store.writeParticipant(session, one)));
      expect(await tested.store.participants(session.sessionId)).toEqual(voters);
    });
  });
}
