import { normalCard } from '../../src/game/deck/card.ts';
import type { Card } from '../../src/game/deck/deck.ts';
import { isProblem, type Problem } from '../../src/game/problem.ts';
import { type NewStory, parseStory } from '../../src/game/story/story-line.ts';
import { isTooLong } from '../../src/game/story/title.ts';
import type { ExportFormat } from '../../src/ports/job.ts';
import { unmarked } from '../receive/message-text.ts';
import { type Flags, readFlags } from './flags.ts';
import { typedValue } from './typed-value.ts';

/** What somebody typed after `/groom`. */
export type Arguments =
  | { kind: 'help' | 'form' | 'settings' | 'mine' | 'reveal' | 'next' }
  /** Pages count from 1. */
  | { kind: 'history'; page: number }
  | { kind: 'export'; format: ExportFormat }
  /** The card as it was typed: which of the deck's it is, the deck says. */
  | { kind: 'vote'; card: Card }
  | { kind: 'start'; story: NewStory; flags: Flags }
  | { kind: 'wrong'; problem: Problem };

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
  switch (name) {
    case 'settings':
    case 'mine':
    case 'reveal':
    case 'next':
      return more === '' ? { kind: name } : undefined;
    case 'history':
      return history(more);
    case 'export':
      return exportOf(more);
    case 'vote':
      return vote(more);
    default:
      return undefined;
  }
}

function history(page: string): Arguments | undefined {
  if (page === '') return { kind: 'history', page: 1 };
  if (!/^-?\d+$/.test(page)) return undefined;
  const number = Number(page);
  if (number < 1 || number > LAST_PAGE) return wrong({ code: 'bad_page', page });
  return { kind: 'history', page: number };
}

function exportOf(typed: string): Arguments | undefined {
  if (typed === '') return { kind: 'export', format: 'csv' };
  if (/\s/.test(typed)) return undefined;
  const format = FORMATS.get(typed.toLowerCase());
  return format ? { kind: 'export', format } : wrong({ code: 'unknown_format', format: typed });
}

function vote(typed: string): Arguments | undefined {
  if (typed === '') return wrong({ code: 'no_card' });
  const card = typedValue(typed);
  return card?.rest === '' ? { kind: 'vote', card: normalCard(card.value) } : undefined;
}

function start(typed: string): Arguments {
  const read = readFlags(typed);
  if (isProblem(read)) return wrong(read);
  const story = parseStory(unmarked(read.rest));
  if (!story) return wrong({ code: 'no_title' });
  if (isTooLong(story.title)) return wrong({ code: 'title_too_long' });
  return { kind: 'start', story, flags: read.flags };
}

const wrong = (problem: Problem): Arguments => ({ kind: 'wrong', problem });
