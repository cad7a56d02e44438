import type { Core } from '../../stand-ins/slack/core.ts';
import { member } from '../../stand-ins/slack/payloads.ts';
import type { AppHome, OpenView } from '../../stand-ins/slack/shapes.ts';
import type { LiveView, Window } from '../../stand-ins/slack/windows.ts';
import type { Snapshot } from '../protocol.ts';

/** Everything that one window shows. */
export function snapshotOf(core: Core, window: Window): Snapshot {
  const { team, app, members } = core.workspace;
  const home = homeOf(core, window.memberId);
  const channels = core.channels.visibleTo(window.memberId);
  const visible = new Set(channels.map((channel) => channel.id));
  const posted = core.messages.list().filter((message) => visible.has(message.channelId));
  return {
    team: { id: team.id, name: team.name },
    app: { name: app.name, botUserId: app.botUserId, shortcuts: [...app.shortcuts] },
    ...(app.homeTab && { home }),
    me: member(core, window.memberId),
    members,
    channels,
    messages: [...posted, ...window.ephemerals].sort((a, b) => Number(a.ts) - Number(b.ts)),
    views: window.views.map(openView),
    warnings: window.warnings,
  };
}

function homeOf(core: Core, memberId: string): AppHome {
  const live = core.homes.get(memberId);
  const published = live && { id: live.id, hash: live.hash, view: live.view };
  return { channelId: core.channels.directMessage(memberId).id, ...(published && { published }) };
}

function openView({ id, hash, view, errors }: LiveView): OpenView {
  return { id, hash, view, ...(errors && { errors }) };
}
