import { normalCard } from '../../src/game/deck/card.ts';
import type { Card } from '../../src/game/deck/deck.ts';
import { isProblem, type Problem } from '../../src/game/problem.ts';
import { type NewStory, parseStory } from '../../src/game/story/story-line.ts';
import { isTooLong } from '../../src/game/story/title.ts';
import type { ExportFormat } from '../../src/ports/job.ts';
import { unmarked } from '../receive/message-text.ts';
import { reasonIn } from './because.ts';
import { type Flags, readFlags } from './flags.ts';
import { type Slip, slipIn } from './slips.ts';
import { typedValue } from './typed-value.ts';

/** What somebody typed after `/groom`. */
export type Arguments =
  | { kind: Plain | 'help' | 'form' }
  /** Pages count from 1. */
  | { kind: 'history'; page: number }
  | { kind: 'export'; format: ExportFormat }
  /** The card as it was typed: which of the deck's it is, the deck says. */
  | { kind: 'vote'; card: Card; reason?: string }
  | { kind: 'agree'; card: Card }
  /** `slip`: it may be a command that was misspelt. */
  | { kind: 'start'; story: NewStory; flags: Flags; slip?: Slip }
  | { kind: 'wrong'; problem: Problem };

/** What is said in one word. */
const PLAIN = ['settings', 'mine', 'reveal', 'again', 'next', 'back', 'end', 'join', 'leave'] as const;
type Plain = (typeof PLAIN)[number];

const FORMATS = new Map<string, ExportFormat>([
  ['csv', 'csv'],
  ['markdown', 'markdown'],
  ['md', 'markdown'],
]);

/** No channel has as many stories as that. */
const LAST_PAGE = 9999;

/** Reads the text after `/groom`. What is wrong is a value, too. */
export function parseArguments(text: string): Arguments {
  const typed = text.trim();
  if (typed === '') return { kind: 'form' };
  return subcommand(typed) ?? start(typed);
}

/** Only what is a subcommand to its last word: `history of art` and `next steps` are titles. */
function subcommand(typed: string): Arguments | undefined {
  if (/^(help|--help|-h|\?)$/i.test(typed)) return { kind: 'help' };
  const [, word = '', more = ''] = /^(\S+)\s*(.*)$/s.exec(typed) ?? [];
  const name = word.toLowerCase();
  const plain = PLAIN.find((known) => known === name);
  if (plain) return more === '' ? { kind: plain } : undefined;
  switch (name) {
    case 'history':
      return history(more);
    case 'export':
      return exportOf(more);
    case 'vote':
      return vote(more);
    case 'agree':
      return agree(more);
    default:
      return undefined;
  }
}

function history(page: string): Arguments | undefined {
  if (page === '') return { kind: 'history', page: 1 };
  if (!/^-?\d+$/.test(page)) return undefined;
  const number = Number(page);
  if (number < 1 || number > LAST_PAGE) return wrong({ code: 'bad_page', page, typed: `history ${page}` });
  return { kind: 'history', page: number };
}

function exportOf(typed: string): Arguments | undefined {
  if (typed === '') return { kind: 'export', format: 'csv' };
  if (/\s/.test(typed)) return undefined;
  const format = FORMATS.get(typed.toLowerCase());
  return format
    ? { kind: 'export', format }
    : wrong({ code: 'unknown_format', format: typed, typed: `export ${typed}` });
}

function vote(typed: string): Arguments | undefined {
  if (typed === '') return wrong({ code: 'no_card' });
  const read = typedValue(typed);
  if (!read) return undefined;
  const card = normalCard(read.value);
  if (read.rest === '') return { kind: 'vote', card };
  const reason = reasonIn(read.rest);
  return reason === undefined ? undefined : { kind: 'vote', card, ...(reason && { reason }) };
}

/** As the button says it, too: *Agree on 8*. */
function agree(typed: string): Arguments | undefined {
  if (typed === '') return wrong({ code: 'no_agreed_card' });
  const card = typedValue(typed.replace(/^on\s+(?=\S)/i, ''));
  return card?.rest === '' ? { kind: 'agree', card: normalCard(card.value) } : undefined;
}

function start(typed: string): Arguments {
  const read = readFlags(typed);
  if (isProblem(read)) return wrong(read);
  const story = titleIn(read.rest);
  if (isProblem(story)) return wrong(story);
  // Whoever writes flags, or `--`, means a title.
  const slip = read.rest === typed ? slipIn(typed) : undefined;
  return { kind: 'start', story, flags: read.flags, ...(slip && { slip }) };
}

/** Reads a text that is a story, whatever it begins with. */
export function titleIn(text: string): NewStory | Problem {
  const story = parseStory(unmarked(text));
  if (!story) return { code: 'no_title' };
  return isTooLong(story.title) ? { code: 'title_too_long' } : story;
}

const wrong = (problem: Problem): Arguments => ({ kind: 'wrong', problem });
