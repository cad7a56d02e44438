import type { Problem } from '../../blocks/problems.ts';
import { type DeckName, findDeck } from '../../src/session/deck.ts';
import { cleanTitle, isTooLong } from '../../src/session/title.ts';

/** What somebody typed after `/groom`. */
export type Arguments =
  | { kind: 'help' }
  | { kind: 'form' }
  | { kind: 'start'; title: string; deck: DeckName; lobby: boolean }
  | { kind: 'wrong'; problem: Problem };

/** Flags stand before the title; `--` ends them. Phones turn `--` into a dash of their own. */
const FLAG = /^(?:--|—|–)([\p{L}\d-]*)(?:=(\S*))?(?:\s+|$)/u;

/** Reads the text after `/groom`. What is wrong is a value, too. */
export function parseArguments(text: string): Arguments {
  let rest = text.trim();
  if (rest === '') return { kind: 'form' };
  if (/^(help|--help|-h|\?)$/i.test(rest)) return { kind: 'help' };
  let deck: DeckName = 'fibonacci';
  let lobby = false;
  for (let match = FLAG.exec(rest); match; match = FLAG.exec(rest)) {
    const [whole, name = '', inline] = match;
    rest = rest.slice(whole.length);
    if (name === '') break;
    const flag = name.toLowerCase();
    if (flag === 'lobby' && inline === undefined) lobby = true;
    else if (flag === 'deck') {
      const [word = ''] = inline === undefined ? rest.split(/\s+/, 1) : [inline];
      if (inline === undefined) rest = rest.slice(word.length).trimStart();
      if (word === '') return wrong({ code: 'no_deck' });
      const found = findDeck(word);
      if (!found) return wrong({ code: 'unknown_deck', deck: word });
      deck = found.name;
    } else
      return wrong({ code: 'unknown_flag', flag: `--${name}${inline === undefined ? '' : `=${inline}`}` });
  }
  const title = cleanTitle(rest);
  if (title === undefined) return wrong({ code: 'no_title' });
  if (isTooLong(title)) return wrong({ code: 'title_too_long' });
  return { kind: 'start', title, deck, lobby };
}

const wrong = (problem: Problem): Arguments => ({ kind: 'wrong', problem });
