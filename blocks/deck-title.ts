import type { Deck } from '../src/session/deck.ts';
import type { Translate } from './language/translate.ts';

/** What people call a deck: what its channel calls it, or a built-in one's name in their language. */
export const deckTitle = (t: Translate, { title, name }: Deck): string => title ?? t(`deck.${name}`);
