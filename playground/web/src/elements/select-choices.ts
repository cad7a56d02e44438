import type { MultiSelect, PlainTextOption, Select } from '@slack/types';
import type { ElementState, Member } from '../../../../stand-ins/slack/shapes.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One entry of a select's menu, wherever it comes from. */
export interface Choice {
  id: string;
  text: string;
  description?: string | undefined;
  member?: Member;
  /** As Slack stores it when chosen. */
  stored: PlainTextOption | string;
}

export interface ChoiceGroup {
  label?: string;
  choices: Choice[];
}

export function choiceGroupsOf(element: Select | MultiSelect, workspace: Workspace): ChoiceGroup[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      if (element.option_groups)
        return element.option_groups.map((group) => ({
          label: group.label.text,
          choices: group.options.map(optionChoice),
        }));
      return [{ choices: (element.options ?? []).map(optionChoice) }];
    case 'users_select':
    case 'multi_users_select':
      return [{ choices: workspace.members.map(memberChoice) }];
    case 'channels_select':
    case 'multi_channels_select':
    case 'conversations_select':
    case 'multi_conversations_select':
      return [
        {
          choices: workspace.channels
            .filter((channel) => channel.kind !== 'dm')
            .map((channel) => ({ id: channel.id, text: `#${channel.name}`, stored: channel.id })),
        },
      ];
    default:
      return [{ choices: [] }];
  }
}

function optionChoice(option: PlainTextOption): Choice {
  return {
    id: option.value ?? option.text.text,
    text: option.text.text,
    description: option.description?.text,
    stored: option,
  };
}

function memberChoice(member: Member): Choice {
  return { id: member.id, text: member.realName || member.name, member, stored: member.id };
}

/** Where a state keeps its choice: `selected_option`, `selected_users` … */
export function selectionKey(state: ElementState): string {
  return Object.keys(state).find((key) => key.startsWith('selected_')) ?? 'selected_option';
}

export function chosenIds(state: ElementState): string[] {
  const chosen = state[selectionKey(state)];
  const items: unknown[] = Array.isArray(chosen) ? chosen : chosen ? [chosen] : [];
  return items.map((item) => (typeof item === 'string' ? item : optionId(item)));
}

function optionId(option: unknown): string {
  const { value, text } = option as PlainTextOption;
  return value ?? text.text;
}

/** The choices with a word that starts with what was typed. */
export function matching(groups: ChoiceGroup[], query: string): ChoiceGroup[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return groups;
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter((choice) => ` ${choice.text.toLowerCase()}`.includes(wanted)),
    }))
    .filter((group) => group.choices.length > 0);
}
