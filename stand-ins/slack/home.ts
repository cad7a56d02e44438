import type { Core } from './core.ts';
import { type Delivery, deliverEvent } from './deliver.ts';
import { eventEnvelope, member } from './payloads.ts';
import type { HomeTab } from './shapes.ts';
import { viewPayload } from './views.ts';

const EVENT = 'app_home_opened';

/**
 * A member opens a tab of the app's own conversation. The app hears of it if it has subscribed to that.
 * Throws an Error when the app has no Home tab to open.
 * @see https://docs.slack.dev/reference/events/app_home_opened
 */
export async function openHome(core: Core, memberId: string, tab: HomeTab): Promise<Delivery | undefined> {
  const { app } = core.workspace;
  const { id } = member(core, memberId);
  if (tab === 'home' && !app.homeTab) throw new Error(`${app.name} has no Home tab`);
  const channel = core.channels.directMessage(id);
  core.changed();
  if (!app.events.includes(EVENT)) return undefined;
  const published = tab === 'home' ? core.homes.get(id) : undefined;
  const event = {
    type: EVENT,
    user: id,
    channel: channel.id,
    tab,
    ...(published && { view: viewPayload(core, published) }),
    event_ts: core.clock.timestamp(),
  };
  return deliverEvent(core, EVENT, eventEnvelope(core, event));
}
