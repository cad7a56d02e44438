import { App, type Receiver } from '@slack/bolt';
import type { Deps } from '../src/play/deps.ts';
import { registerAddWhy } from './actions/add-why.ts';
import { registerControl } from './actions/control.ts';
import { registerMenu } from './actions/menu.ts';
import { registerModalActions } from './actions/modals.ts';
import { registerOpenSettings } from './actions/open-settings.ts';
import { registerStartOnIt } from './actions/start-on-it.ts';
import { registerVoting } from './actions/vote.ts';
import { registerVoteIn } from './actions/vote-in.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { registerGroom } from './commands/groom.ts';
import { registerDoctor } from './doctor/clicks.ts';
import { registerHomeOpened } from './events/home-opened.ts';
import { registerUninstalled } from './events/uninstalled.ts';
import type { BoltApp } from './receive/receiver.ts';
import { registerEstimateThis } from './shortcuts/estimate-this.ts';
import { registerEditStory } from './views/edit-story.ts';
import { registerManage } from './views/manage.ts';
import { registerNewSession } from './views/new-session.ts';
import { registerSaveReason } from './views/save-reason.ts';
import { registerSaveSettings } from './views/save-settings.ts';

/** The Bolt app with all its listeners. */
export function createApp(receiver: Receiver, botToken: string, deps: Deps): BoltApp {
  const app: BoltApp = new App({
    receiver,
    logger: createBoltLogger(deps.log),
    convoStore: false,
    // Without this, Bolt would call auth.test at every start. We never listen to bots, so their ids don't matter.
    authorize: async () => ({ botToken, botId: '', botUserId: '' }),
  });
  // Logged by the receiver, as everything is that keeps a request from its answer.
  app.error(async (error) => {
    throw error.original ?? error;
  });
  registerListeners(app, deps);
  return app;
}

/** Which listener hears what. Apart from the app, for whoever delivers payloads without Bolt. */
export function registerListeners(app: BoltApp, deps: Deps): void {
  registerGroom(app, deps);
  registerVoting(app, deps);
  registerVoteIn(app, deps);
  registerStartOnIt(app, deps);
  registerAddWhy(app, deps);
  registerSaveReason(app, deps);
  registerControl(app, deps);
  registerMenu(app, deps);
  registerModalActions(app, deps);
  registerNewSession(app, deps);
  registerManage(app, deps);
  registerEditStory(app, deps);
  registerOpenSettings(app, deps);
  registerSaveSettings(app, deps);
  registerEstimateThis(app, deps);
  registerDoctor(app, deps);
  registerHomeOpened(app, deps);
  registerUninstalled(app, deps);
}
