import { type Notice, NotUnderstood, type WhyNotStarted } from '../../src/game/notice.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';
import { refusalWords } from '../words/refusals.ts';
import type { Part, Words } from '../words/words.ts';
import { doctorLine } from './doctor.ts';
import { farewellLine, postRefusedText } from './failures.ts';
import { formerRefusal } from './former-refusals.ts';
import { renderHelp } from './help.ts';
import { asPlain, line } from './line.ts';
import { plainProblem, problemText } from './problems.ts';
import { anew, refusalText } from './refusals.ts';
import { didYouMeanLine, myVoteLine, takePartText, voteLine, whichVoteLine } from './replies.ts';

/** Puts whatever somebody is told in private into a line. Throws `NotUnderstood` if this version has no words for it. */
export function noticeLine(notice: Notice, t: Translate): PrivateLine {
  switch (notice.kind) {
    case 'refusal': {
      const { refusal, wish, title } = notice;
      if (title === undefined) return { text: refusalText(refusal, t, wish) };
      return about(title, [...refusalWords(refusal, t, wish), ...anew(refusal, t)], t);
    }
    case 'problem':
      return { text: problemText(notice.problem, t) };
    case 'vote':
      return voteLine(notice, t);
    case 'didYouMean':
      return didYouMeanLine(notice, t);
    case 'begun':
      return { text: t('begun') };
    case 'whichVote':
      return whichVoteLine(notice, t);
    case 'takePart': {
      const text = takePartText(notice.answer, t);
      return notice.title === undefined ? { text } : about(notice.title, [text], t);
    }
    case 'controlled': {
      const { what, title, card = '' } = notice;
      return about(title, [t(`controlled.${what}`, { card })], t);
    }
    case 'myVote':
      return myVoteLine(notice.title, notice.card, notice.status, t);
    case 'windowNotOpened':
      return { text: t('window.notOpened') };
    case 'formNotOpened':
      return { text: t('form.notOpened') };
    case 'postRefused':
      return { text: postRefusedText(notice.error, t) };
    case 'postUnknown':
      return { text: t('post.unknown') };
    case 'startedAlready':
      return notice.link === undefined
        ? { text: t('started.underWay') }
        : withLink([t('started.already')], notice, t);
    case 'farewell':
      return farewellLine(notice.error, notice.title, t);
    case 'everyoneVoted':
    case 'deadlineRevealed':
    case 'deadlinePassed':
    case 'deadlineTooFew':
    case 'expiring': {
      const { kind, title } = notice;
      return withLink(t.parts(`tell.${kind}`, { title: { title } }), notice, t);
    }
    case 'nudge': {
      const creator = { userId: notice.creatorId, inWords: t('person.that') };
      return withLink(
        t.parts<Exclude<Part, string>>('tell.nudge', { creator, title: { title: notice.title } }),
        notice,
        t,
      );
    }
    case 'reasonKept':
      return { text: t('reason.kept', { card: notice.card }) };
    case 'settingsSaved': {
      const { cards = [] } = notice;
      const uncounted = cards.length === 0 ? [] : [t('list.sentence'), ...uncountedWords(cards, t)];
      return line([t('settings.saved'), ...uncounted], t);
    }
    case 'longTitle':
      return { text: t('title.long', { shown: notice.shown }) };
    case 'hostNow': {
      const from = { userId: notice.from, inWords: t('person.that') };
      return withLink(
        t.parts<Exclude<Part, string>>(`tell.${notice.how}`, { from, title: { title: notice.title } }),
        notice,
        t,
      );
    }
    case 'hostBefore': {
      const to = { userId: notice.to, inWords: t('person.that') };
      const key = notice.how === 'handedOver' ? 'tell.handedOverTo' : 'tell.takenOverBy';
      return withLink(t.parts<Exclude<Part, string>>(key, { to, title: { title: notice.title } }), notice, t);
    }
    case 'removed':
      return withLink(removedWords(notice, t), notice, t);
    case 'doctor':
      return doctorLine(notice);
    case 'unattended':
      return { text: t('unattended') };
    case 'timeZone':
      return {
        text: t(notice.isKnown ? 'timeZone.known' : 'timeZone.guessed', { timeZone: notice.timeZone }),
      };
    case 'uncounted':
      return line(uncountedWords(notice.cards, t), t);
    case 'otherInstallation':
      return { text: t('otherInstallation') };
    case 'help':
      return renderHelp(t);
    default: {
      const former = formerRefusal(notice satisfies never);
      if (former) return { text: refusalText(former, t) };
      throw new NotUnderstood((notice satisfies never as { kind: string }).kind);
    }
  }
}

/** Which cards of a deck are no numbers, as the others are. */
const uncountedWords = (cards: readonly string[], t: Translate): Words =>
  t.parts('deck.uncounted', { cards: { typed: cards.join(' ') }, count: cards.length });

function removedWords(
  { creatorId, title, withdrawn, counted }: Extract<Notice, { kind: 'removed' }>,
  t: Translate,
): Words {
  const creator = { userId: creatorId, inWords: t('person.that') };
  const vote =
    counted !== undefined
      ? t.parts<Exclude<Part, string>>('tell.removedCounted', { card: { card: counted } })
      : withdrawn
        ? [t('takePart.withdrawn')]
        : [];
  const removed = t.parts<Exclude<Part, string>>('tell.removed', { creator, title: { title } });
  return vote.length > 0 ? [...removed, t('list.sentence'), ...vote] : removed;
}

/** What is said about a story, where nobody has tapped its message. */
const about = (title: string, words: Words, t: Translate): PrivateLine =>
  line([...t.parts('about', { title: { title } }), ...words], t);

/** Why there is no message, to stand beside a field of the form. */
export function plainNotice(notice: WhyNotStarted, t: Translate): string {
  if (notice.kind === 'startedAlready') return t('started.underWay');
  if (notice.kind === 'problem') return plainProblem(notice.problem, t);
  return notice.kind === 'postUnknown' ? t('post.unknown') : asPlain([postRefusedText(notice.error, t)], t);
}

/** With a link to the message, for whoever reads the line somewhere else. */
function withLink(words: Words, { link }: { link?: string }, t: Translate): PrivateLine {
  if (link === undefined) return line(words, t);
  return line([...words, ' ', { url: link, inWords: t('tell.link') }], t);
}
