import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import type { Answer } from '../../../protocol.ts';
import { sendCommand, sendMessage } from '../workspace/requests.ts';
import { windowIdOf } from '../workspace/window-id.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { destinationOf } from './commands.ts';

/** Sends a draft where it belongs. It leaves the composer at once, and comes back if it could not be sent. */
export function useSend(channel: Channel, onDraft: (draft: string) => void) {
  const { me, members, notify } = useWorkspace();

  const post = (text: string): Promise<Answer> => {
    const place = { memberId: me.id, channelId: channel.id };
    return destinationOf(text) === 'command'
      ? sendCommand({ ...place, windowId: windowIdOf(me.id), text })
      : sendMessage({ ...place, text: asMrkdwn(text) });
  };
  /** As Slack's client sends talk: control characters escaped, names turned into mentions. */
  const asMrkdwn = (text: string) =>
    escapeText(text).replace(/(?<!\S)@(\w+)/g, (typed, name: string) => {
      const member = members.find((each) => each.name === name.toLowerCase());
      return member ? `<@${member.id}>` : typed;
    });

  return async (draft: string): Promise<void> => {
    const text = draft.trim();
    if (text === '') return;
    if (destinationOf(text) === 'unknown command') {
      const [word] = text.split(/\s/, 1);
      return notify(`${word} is not a valid command.`);
    }
    onDraft('');
    const answer = await post(text);
    if (answer.ok) return;
    onDraft(draft);
    notify(answer.error);
  };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
