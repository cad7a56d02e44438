import { describe, expect } from 'vitest';
import { inOwnWorkspace, alone as it } from './it.ts';

/** Where Slack tells who people are. */
const allowed = inOwnWorkspace({ slack: { scopes: ['commands', 'chat:write', 'users:read'] } });

const usersInfo = (traffic: readonly { name: string }[]) =>
  traffic.filter(({ name }) => name === 'users.info').length;

describe('The host’s name', () => {
  allowed.for([
    ['what they are called in Slack', 'Countess Ada', 'Countess Ada'],
    ['their real name, if they are called nothing else', '', 'Ada Adeyemi'],
    ['shown as it is, whatever stands in it', '*Ada* <@U0BO>', '*Ada* <@U0BO>'],
  ] as const)('should be %s, once Groom knows them', async ([, displayName, name], { room, w }) => {
    w.slack.setDisplayName('ada', displayName);
    await room.groom('Add SSO login');
    await room.click(room.ada, '5');
    const asked = usersInfo(w.slack.traffic);
    await room.groom('Audit log');
    expect(await room.shows()).toContain(`hosted by ${name}\n`);
    expect(room.message().blocks?.[1]).toMatchObject({ elements: [{ type: 'plain_text' }] });
    expect(usersInfo(w.slack.traffic)).toBe(asked);
  });

  allowed('should be shown of a session that came from a form, too', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.ada, '5');
    await room.ada.command('/groom');
    await room.ada.submit({ Stories: 'Audit log' });
    expect(await room.shows()).toContain('hosted by Ada\n');
  });

  it('should be their handle where Slack does not tell', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.ada, '5');
    await room.groom('Audit log');
    expect(await room.shows()).toContain('hosted by ada\n');
  });
});
