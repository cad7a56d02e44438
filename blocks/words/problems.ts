import { MAX_CARD } from '../../src/game/deck/card.ts';
import { MAX_CARDS, MAX_DECKS, MIN_CARDS } from '../../src/game/deck/custom-deck.ts';
import { DECK_NAMES } from '../../src/game/deck/deck.ts';
import type { Problem } from '../../src/game/problem.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import { MAX_TIME_LIMIT } from '../../src/game/settings.ts';
import { MAX_TITLE } from '../../src/game/story/title.ts';
import { DAY } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';
import { orAStory } from './or-a-story.ts';
import type { Words } from './words.ts';

/** The flags that may stand before a title. Most have an opposite, such as `--no-lobby`. */
const FLAGS = ['--deck', '--until', '--lobby', '--auto-reveal', '--anonymous', '--reasons', '--anyone'];

export function problemWords(problem: Problem, t: Translate): Words {
  switch (problem.code) {
    case 'unknown_flag':
      return t.parts('problem.unknown_flag', { flag: { typed: problem.flag }, flags: codes(t, FLAGS) });
    case 'unknown_deck': {
      const decks = codes(t, [...DECK_NAMES, ...problem.known]);
      return t.parts('problem.unknown_deck', { deck: { typed: problem.deck }, decks });
    }
    case 'no_deck':
      return [t('problem.no_deck', { decks: codes(t, DECK_NAMES) })];
    case 'flag_behind':
      return t.parts('problem.flag_behind', { flag: { typed: problem.flag } });
    case 'title_too_long':
      return problem.line === undefined
        ? [t('problem.title_too_long', { most: MAX_TITLE })]
        : [t('problem.line_too_long', { line: problem.line, most: MAX_TITLE })];
    case 'too_many_stories':
      return [t('problem.too_many_stories', { given: problem.given, most: MAX_STORIES })];
    case 'too_few_cards':
      return [t('problem.too_few_cards', { least: MIN_CARDS })];
    case 'too_many_cards':
      return [t('problem.too_many_cards', { given: problem.given, most: MAX_CARDS })];
    case 'card_too_long':
      return t.parts('problem.card_too_long', { card: { typed: problem.card }, most: MAX_CARD });
    case 'card_twice':
      return t.parts('problem.card_twice', { card: { typed: problem.card } });
    case 'card_grouped':
      return t.parts('problem.card_grouped', { card: { typed: problem.card } });
    case 'card_not_allowed':
      return problem.card.trim() === ''
        ? [t('problem.card_empty')]
        : t.parts('problem.card_not_allowed', { card: { typed: problem.card } });
    case 'deck_line':
      return t.parts('problem.deck_line', { line: { typed: problem.line } });
    case 'deck_name':
      return t.parts('problem.deck_name', { name: { typed: problem.name } });
    case 'deck_name_taken':
      return t.parts('problem.deck_name_taken', { name: { typed: problem.name } });
    case 'too_many_decks':
      return [t('problem.too_many_decks', { given: problem.given, most: MAX_DECKS })];
    case 'decks_too_long':
      return [t('problem.decks_too_long', { most: problem.most })];
    case 'deck_removed':
      return t.parts('problem.deck_removed', { deck: { typed: problem.deck } });
    case 'bad_time_limit':
      return t.parts('problem.bad_time_limit', { limit: { typed: problem.limit } });
    case 'bad_until':
      return t.parts('problem.bad_until', { until: { typed: problem.until } });
    case 'bare_until':
      return t.parts('problem.bare_until', { number: { typed: problem.number } });
    case 'no_time_of_day':
      return t.parts('problem.no_time_of_day', { day: { typed: problem.day } });
    case 'until_end':
      return t.parts('problem.until_end', { until: { typed: problem.until }, next: { typed: problem.next } });
    case 'until_too_far':
      return [t('problem.until_too_far', { days: MAX_TIME_LIMIT / DAY })];
    case 'bad_page':
      return [
        ...t.parts('problem.bad_page', { page: { typed: problem.page } }),
        ...orAStory(problem.typed, t),
      ];
    case 'unknown_format':
      return [
        ...t.parts('problem.unknown_format', { format: { typed: problem.format } }),
        ...orAStory(problem.typed, t),
      ];
    case 'bad_pattern':
      return t.parts('problem.bad_pattern', { pattern: { typed: problem.pattern } });
    case 'bad_pattern_url':
      return t.parts('problem.bad_pattern_url', { url: { typed: problem.url } });
    case 'unknown_time_zone':
      return t.parts('problem.unknown_time_zone', { zone: { typed: problem.zone } });
    default:
      return [t(`problem.${problem.code}`)];
  }
}

/**
 * Names as code, in a list. Slack marks code only with a space on both sides, and not every language has one after
 * its comma.
 */
function codes(t: Translate, names: readonly string[]): string {
  const comma = t('list.comma');
  return names.map((name) => `\`${name}\``).join(/\s$/.test(comma) ? comma : ` ${comma} `);
}
