import { describe, expect } from 'vitest';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import { alone as it } from './it.ts';
import { lists } from './lists.ts';
import { accepted } from './room.ts';
import { shown } from './shown.ts';
import type { TestWorkspace } from './workspace.ts';

async function home(w: TestWorkspace, person: Person): Promise<string> {
  const delivery = await person.openHome();
  if (delivery) accepted(delivery);
  await w.groom.settled();
  return shown(person.home.view.blocks);
}

describe('The Home tab', () => {
  it('should say how to begin where there is nothing yet', async ({ w }) => {
    const shows = await home(w, w.bo);
    expect(shows).toContain('Your estimations');
    expect(shows).toContain('Nothing is waiting for your card.');
    expect(shows).toContain('`/groom Add SSO login`');
  });

  it('should say what /groom mine says', async ({ room, w }) => {
    await room.groom('Add SSO login');
    await room.click(room.bo, 'Join');
    const said = (await lists(room, room.bo, 'mine')).shows.split('\n');
    const shows = await home(w, room.bo);
    for (const line of said) expect(shows).toContain(line);
    expect(validateBlocks(room.bo.home.view.blocks)).toEqual([]);
    expect(room.bo.home.view.blocks.length).toBeLessThan(100);
  });

  it('should be drawn afresh whenever it is opened', async ({ room, w }) => {
    await room.groom('Add SSO login');
    await room.click(room.bo, 'Join');
    expect(await home(w, room.bo)).toContain('*Waiting for your card*');
    await room.click(room.bo, '5');
    expect(await home(w, room.bo)).toContain('Nothing is waiting for your card.');
  });

  it('should be the same however often Slack delivers the event', async ({ w }) => {
    const event = { type: 'app_home_opened', user: 'U0BO', channel: 'D0BO', tab: 'home' };
    for (let times = 0; times < 3; times++) accepted(await w.slack.deliverEvent(event));
    await w.groom.settled();
    expect(shown(w.bo.home.view.blocks)).toContain('Your estimations');
  });

  it('should not be drawn for whoever looks at the messages only', async ({ w }) => {
    const delivery = await w.bo.openHome('messages');
    if (delivery) accepted(delivery);
    await w.groom.settled();
    expect(() => w.bo.home).toThrow('empty');
  });

  it('should be in its reader’s language, else in that of their newest session', async ({ w }) => {
    w.slack.grant('users:read');
    w.slack.setLocale('bo', 'de-DE');
    expect(await home(w, w.bo)).toContain('Deine Schätzungen');
    expect(await home(w, w.cy)).toContain('Your estimations');
  });

  it('should be left as it is where Slack refuses to draw it', async ({ w }) => {
    w.slack.failNext('views.publish', { error: 'not_enabled' });
    const delivery = await w.bo.openHome();
    if (delivery) accepted(delivery);
    await w.groom.settled();
    expect(() => w.bo.home).toThrow('empty');
    expect(await home(w, w.bo)).toContain('Your estimations');
  });
});
