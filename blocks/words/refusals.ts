import type { Wish } from '../../src/game/notice.ts';
import type { Refusal } from '../../src/game/refusal.ts';
import { MAX_STORIES, type SessionStatus } from '../../src/game/session.ts';
import type { Translate } from '../language/translate.ts';
import { orAStory } from './or-a-story.ts';
import type { Words } from './words.ts';

export function refusalWords(refusal: Refusal, t: Translate, wish: Wish = 'this'): Words {
  const person = (userId: string) => ({ userId, inWords: t('person.that') });
  switch (refusal.code) {
    case 'session_over':
      return [t(`refusal.session_${overAs(refusal.status)}`)];
    case 'not_creator': {
      const creator = { userId: refusal.creatorId, inWords: t('person.creator') };
      return t.parts('refusal.not_creator', { creator, wish: t(`wish.${wish}`) });
    }
    case 'not_now':
      return [notNowText(refusal.status, t)];
    case 'too_many_stories':
      return [t('refusal.too_many_stories', { most: refusal.most, limit: MAX_STORIES })];
    case 'not_participant':
      return t.parts('refusal.not_participant', { person: person(refusal.userId) });
    case 'creator_active': {
      const { creatorId, minutes } = refusal;
      return t.parts('refusal.creator_active', { creator: person(creatorId), minutes });
    }
    case 'nudged_already':
      return [t('refusal.nudged_already', { minutes: refusal.minutes })];
    case 'no_such_card': {
      const [card, cards] = [{ typed: refusal.card }, { title: refusal.cards.join(' ') }];
      return [...t.parts('refusal.no_such_card', { card, cards }), ...orAStory(refusal.typed, t)];
    }
    case 'no_session':
      return [t('refusal.no_session'), ...orAStory(refusal.typed, t)];
    case 'no_estimate':
      return t.parts('refusal.no_estimate', { command: { typed: `/groom agree ${quoted(refusal.card)}` } });
    default:
      return [t(`refusal.${refusal.code}`)];
  }
}

const quoted = (card: string): string => (/\s/.test(card) ? `"${card}"` : card);

function notNowText(status: SessionStatus, t: Translate): string {
  switch (status) {
    case 'lobby':
      return t('refusal.not_started');
    case 'voting':
      return t('refusal.still_open');
    default:
      return t('refusal.revealed_already');
  }
}

const overAs = (status: SessionStatus | undefined) =>
  status === 'cancelled' || status === 'expired' ? status : 'over';
