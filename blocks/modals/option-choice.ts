import type { Checkboxes, PlainTextOption } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import { OPTION_NAMES, type Options } from '../../src/game/settings.ts';
import { INPUTS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';

/** A box to tick for each option of a session. `explained`: those with a hint below. */
export function optionBoxes(
  t: Translate,
  settings: Options,
  {
    names = OPTION_NAMES,
    explained = [],
  }: { names?: readonly (keyof Options)[]; explained?: readonly (keyof Options)[] } = {},
): Checkboxes {
  const box = (name: keyof Options): PlainTextOption =>
    defined({
      text: plain(t(`option.${name}`)),
      value: name,
      description: explained.includes(name) ? plain(t(`option.${name}Hint`)) : undefined,
    });
  const ticked = names.filter((name) => settings[name]).map(box);
  return defined({
    type: 'checkboxes',
    action_id: INPUTS.options,
    options: names.map(box),
    // Slack refuses an empty list.
    initial_options: ticked.length > 0 ? ticked : undefined,
  });
}
