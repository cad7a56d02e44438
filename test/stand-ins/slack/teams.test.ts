import { describe, expect, it } from 'vitest';
import type { Json } from '../../../stand-ins/slack/blockkit/json.ts';
import { defaultWorkspace, gridWorkspace, type Workspace } from '../../../stand-ins/slack/workspace.ts';
import { respond, slackWithApp } from './scripted-app.ts';
import { votingBlocks } from './voting-blocks.ts';

/** Where a payload says whose it is. */
interface Teams {
  team: unknown;
  enterprise: unknown;
  /** The person's own. */
  person: unknown;
  isOrgWide: unknown;
  /** Of a click on a message that everybody sees. */
  message?: unknown;
  /** Of a modal. */
  installed?: unknown;
}

const idOf = (value: unknown) => (value as { id?: string } | null | undefined)?.id ?? value;

function teamsOf({ team, enterprise, user, is_enterprise_install, message, view }: Json): Teams {
  return {
    team: idOf(team),
    enterprise: idOf(enterprise),
    person: (user as Json).team_id,
    isOrgWide: is_enterprise_install,
    ...(message !== undefined && { message: (message as Json).team }),
    ...(view !== undefined && { installed: (view as Json).app_installed_team_id }),
  };
}

const MODAL = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'Form' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: votingBlocks(['3']),
} as const;

const WORKSPACE = { team: 'T0GROOM', enterprise: null, person: 'T0GROOM', isOrgWide: false };
const GUEST = { ...WORKSPACE, person: 'T0GLOBEX' };
const GRID = { ...WORKSPACE, enterprise: 'E0ACME', person: 'E0ACME' };
const ORG_WIDE = { ...GRID, team: null, isOrgWide: true };

const ROWS = [
  ['a workspace', defaultWorkspace(), 'bo', WORKSPACE, 'T0GROOM', WORKSPACE],
  [
    'a workspace, by a guest of Slack Connect',
    defaultWorkspace(),
    'fay',
    GUEST,
    'T0GROOM',
    { ...GUEST, team: 'T0GLOBEX' },
  ],
  ['a workspace on Enterprise Grid', gridWorkspace(), 'bo', GRID, 'T0GROOM', GRID],
  ['an organization', gridWorkspace(true), 'bo', ORG_WIDE, 'E0ACME', ORG_WIDE],
  [
    'an organization, by a guest',
    gridWorkspace(true),
    'fay',
    { ...ORG_WIDE, person: 'T0GLOBEX' },
    'E0ACME',
    { ...ORG_WIDE, person: 'T0GLOBEX', enterprise: null },
  ],
] as const;
const MEMBERS = ROWS.filter(([, , name]) => name === 'bo');

async function start(workspace: Workspace, name: string) {
  const started = await slackWithApp({ workspace: structuredClone(workspace) });
  const { slack, client } = started;
  slack.connect('fay');
  await client.chat.postMessage({ channel: 'C0PLANNING', text: 'Vote', blocks: votingBlocks(['3']) });
  return { ...started, person: slack.as(name), message: slack.lastMessage() };
}

describe.each(ROWS)('Installed in %s', (_, workspace, name, click, installed, submission) => {
  it('should say whose it is in clicks on messages', async () => {
    const { person, message, app } = await start(workspace, name);
    await person.click(message, '3');
    expect(teamsOf(app.last().payload)).toEqual({ ...click, message: 'T0GROOM' });
  });

  it('should say nothing of the message in clicks on private lines', async () => {
    const { person, message, app } = await start(workspace, name);
    await person.click(message, '3');
    await respond(app.last().payload.response_url, {
      replace_original: false,
      text: 'Why?',
      blocks: votingBlocks(['5']),
    });
    await person.click(person.sees().at(-1) ?? message, '5');
    expect(teamsOf(app.last().payload)).toEqual(click);
  });

  it('should say whose it is in modals', async () => {
    const { person, message, client, app } = await start(workspace, name);
    await person.click(message, '3');
    await client.views.open({
      trigger_id: String(app.last().payload.trigger_id),
      view: structuredClone(MODAL),
    });
    await person.clickInView('3');
    expect(teamsOf(app.last().payload)).toEqual({ ...click, installed });
    await person.submit();
    expect(teamsOf(app.last().payload)).toEqual({ ...submission, installed });
  });
});

describe.each(MEMBERS)('Installed in %s, for its own people', (_, workspace, name, click) => {
  it('should say whose it is in shortcuts', async () => {
    const { person, slack, app } = await start(workspace, name);
    await person.shortcut(slack.as('cy').talk('Fix the login'), 'estimate_this');
    expect(teamsOf(app.last().payload)).toMatchObject(click);
  });

  it('should name the workspace in commands', async () => {
    const { person, app } = await start(workspace, name);
    await person.command('/groom Add SSO');
    expect(app.last().form).toMatchObject({
      team_id: 'T0GROOM',
      is_enterprise_install: String(click.isOrgWide),
    });
  });
});
