import type { Checkboxes, PlainTextOption } from '@slack/types';
import { OPTION_NAMES, type Options } from '../../src/game/settings.ts';
import { INPUTS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';

/** How a session is played, each option a box to tick; its value is the option's name. */
export function optionBoxes(
  t: Translate,
  settings: Options,
  {
    names = OPTION_NAMES,
    explained = false,
  }: { names?: readonly (keyof Options)[]; explained?: boolean } = {},
): Checkboxes {
  const box = (name: keyof Options): PlainTextOption => ({
    text: plain(t(`option.${name}`)),
    value: name,
    ...(explained && { description: plain(t(`option.${name}Hint`)) }),
  });
  const ticked = names.filter((name) => settings[name]).map(box);
  return {
    type: 'checkboxes',
    action_id: INPUTS.options,
    options: names.map(box),
    // Slack takes no empty list.
    ...(ticked.length > 0 && { initial_options: ticked }),
  };
}
