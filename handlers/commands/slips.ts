import { normalCard } from '../../src/game/deck/card.ts';
import { cardNumber } from '../../src/game/deck/card-number.ts';
import { DECKS, findDeck } from '../../src/game/deck/deck.ts';

/**
 * What may be a command though it reads as a title, and would tell everybody how its author votes. `command` is what may
 * be meant; `when`: it is asked about only where it makes sense.
 */
export interface Slip {
  command: string;
  when:
    | 'always'
    /** Only where they take part in a session that has such a card. */
    | { card: string }
    /** Only where a session runs that they host, or for *leave* and *join* one that they are in. */
    | 'hosting'
    | 'joined';
}

/** What is longer is no slip, and does not fit into a button that says so. */
const LONGEST = 1500;

const COMMANDS = ['help', 'settings', 'mine', 'history', 'export', 'vote', 'agree'] as const;
const CONTROLS = ['reveal', 'next', 'back', 'again', 'end', 'join', 'leave'] as const;

/** `vote 5 points`, `vote: 5`, `voted 5`, `v 5`, `my vote: 5`, `agree: 8`. */
const VOTE = /^(my vote|voted?|v|agree)\b\s*(?:[:=,]|is|on|for)?\s*(\S+)/i;
/** A card alone, or with what people write behind one. */
const CARD =
  /^(:[\w+-]+:|[^\s:,]{1,12})(?:\s*$|\s*[:,](?:\s|$)|\s+(?:because|cause|bc|weil|denn|porque|pois|parce que|car)\b)/is;
const CONTROL = new RegExp(`^(${CONTROLS.join('|')})[\\s:,!.]+(\\S+(?:\\s+\\S+)?)?[!.]*$`, 'i');

/** Finds it in a text that is no command as it stands. */
export function slipIn(text: string): Slip | undefined {
  const typed = text.trim();
  if (typed.length > LONGEST) return undefined;
  return voteSlip(typed) ?? controlSlip(typed) ?? misspelt(typed) ?? cardSlip(typed);
}

function voteSlip(typed: string): Slip | undefined {
  const [, word = '', value = ''] = VOTE.exec(typed) ?? [];
  const card = cardIn(value);
  if (word === '' || !isOfAnyDeck(card)) return undefined;
  return { command: `${/^agree/i.test(word) ? 'agree' : 'vote'} ${card}`, when: 'always' };
}

function controlSlip(typed: string): Slip | undefined {
  const [, word] = CONTROL.exec(typed) ?? [];
  const command = word?.toLowerCase();
  if (command === undefined) return undefined;
  return { command, when: command === 'join' || command === 'leave' ? 'joined' : 'hosting' };
}

function misspelt(typed: string): Slip | undefined {
  const word = typed.toLowerCase();
  const command = [...COMMANDS, ...CONTROLS].find((known) => isOneEditFrom(word, known));
  return command && { command, when: 'always' };
}

function cardSlip(typed: string): Slip | undefined {
  const card = cardIn(CARD.exec(typed)?.[1] ?? '');
  return card === '' ? undefined : { command: `vote ${card}`, when: { card } };
}

/** Without the punctuation behind it; a question mark alone is a card. */
const cardIn = (typed: string): string =>
  normalCard(/^:.+:$/.test(typed) ? typed : typed.replace(/(?<=.)[.,:;!]+$/s, ''));

/** A card that nobody would begin a title with behind *vote*. */
function isOfAnyDeck(card: string): boolean {
  if (card === '' || findDeck(card, [])) return false;
  return cardNumber(card) !== undefined || Object.values(DECKS).some(({ cards }) => cards.includes(card));
}

/** Whether one letter is wrong, missing or too many, or two have changed places. */
function isOneEditFrom(word: string, known: string): boolean {
  if (word === known || Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start += 1;
  const [rest, wanted] = [word.slice(start), known.slice(start)];
  const isSwapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    (isSwapped && rest.length > 1)
  );
}
