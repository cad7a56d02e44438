import { DECK_NAMES } from '../src/session/deck.ts';
import { MAX_STORIES, MAX_TITLE } from '../src/session/session.ts';
import { cut, escapeText } from './mrkdwn.ts';

/** What can be wrong with what somebody typed, and what would be right. */
export type Problem =
  | { code: 'unknown_flag'; flag: string }
  | { code: 'unknown_deck'; deck: string }
  | { code: 'no_deck' }
  | { code: 'no_title' }
  | { code: 'no_stories' }
  | { code: 'title_too_long'; line?: number }
  | { code: 'too_many_stories'; given: number };

const decks = DECK_NAMES.map((name) => `\`${name}\``).join(', ');

/** One private line. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'unknown_flag':
      return `I don’t know \`${code(problem.flag)}\`. There are \`--deck\` and \`--lobby\`; \`/groom help\` explains them.`;
    case 'unknown_deck':
      return `I don’t know the deck \`${code(problem.deck)}\`. There are ${decks}.`;
    case 'no_deck':
      return `Which deck? For example \`/groom --deck tshirt Add SSO login\`. There are ${decks}.`;
    case 'no_title':
      return 'What shall be estimated? For example `/groom Add SSO login`.';
    case 'no_stories':
      return 'Please write at least one story.';
    case 'title_too_long':
      return problem.line === undefined
        ? `That title is very long: ${MAX_TITLE} characters fit.`
        : `The story on line ${problem.line} is very long: ${MAX_TITLE} characters fit.`;
    case 'too_many_stories':
      return `These are ${problem.given} stories; ${MAX_STORIES} fit into one session.`;
  }
}

/** What was typed, between backticks. */
const code = (typed: string): string => escapeText(cut(typed.replaceAll('`', 'ˋ'), 40));
