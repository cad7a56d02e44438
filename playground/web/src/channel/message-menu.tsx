import type { Message } from '../../../../stand-ins/slack/shapes.ts';
import { AppIcon, MoreIcon } from '../icons.tsx';
import { MenuButton } from '../overlay/menu-button.tsx';
import { sendShortcut } from '../workspace/requests.ts';
import { windowIdOf } from '../workspace/window-id.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** What Slack shows at a message's corner when the pointer is over it: here, the app's shortcuts. */
export function MessageMenu({ message }: { message: Message }) {
  const { app, me, notify } = useWorkspace();
  if (message.ephemeral || app.shortcuts.length === 0) return null;

  const pick = async (index: number) => {
    const shortcut = app.shortcuts[index];
    if (!shortcut) return;
    const answer = await sendShortcut({
      memberId: me.id,
      windowId: windowIdOf(me.id),
      channelId: message.channelId,
      messageTs: message.ts,
      callbackId: shortcut.callbackId,
    });
    if (!answer.ok) notify(answer.error);
  };
  const items = app.shortcuts.map(({ callbackId, name }) => ({
    key: callbackId,
    content: (
      <>
        <AppIcon size={20} />
        <span>
          {name} <small className="menu-item-app">{app.name}</small>
        </span>
      </>
    ),
  }));
  return (
    <div className="message-menu">
      <MenuButton
        className="message-menu-button"
        aria-label="Message menu"
        title="More actions"
        data-testid="message-menu"
        items={items}
        onPick={pick}
      >
        <MoreIcon />
      </MenuButton>
    </div>
  );
}
