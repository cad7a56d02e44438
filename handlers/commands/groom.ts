import type { App, SlashCommand } from '@slack/bolt';
import { COMMAND } from '../../blocks/ids.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { Job, ReportRef } from '../../src/ports/job.ts';
import { decodeEntities, handleOf, urlOf } from '../receive/payload.ts';
import { openSettings } from '../views/settings.ts';
import { parseArguments } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { openForm } from './form.ts';
import { nextStory, reveal, vote } from './keyboard.ts';
import { start } from './start.ts';

/** `/groom`: starts a session, opens a form, lists, explains, and does by keyboard what buttons do. */
export function registerGroom(app: App, deps: Deps): void {
  app.command(COMMAND, async ({ ack, command: body }) => {
    const command = commandOf(body);
    const { notice, jobs = [] } = await answer(deps, command, decodeEntities(body.text ?? ''));
    const { teamId, channelId, userId, responseUrl } = command;
    const reply: Job[] = notice ? [{ kind: 'reply', teamId, channelId, userId, responseUrl, notice }] : [];
    if (jobs.length + reply.length > 0) await deps.queue.send([...jobs, ...reply]);
    return ack();
  });
}

function commandOf(body: SlashCommand): Command {
  return {
    // In an org-wide install the team may be missing, and the organization is there instead.
    teamId: body.team_id ?? body.enterprise_id ?? '',
    channelId: body.channel_id,
    userId: body.user_id,
    userName: handleOf(body.user_name),
    triggerId: body.trigger_id,
    responseUrl: urlOf(body.response_url),
  };
}

async function answer(deps: Deps, command: Command, text: string): Promise<Answer> {
  const wanted = parseArguments(text);
  switch (wanted.kind) {
    case 'help':
      return { notice: { kind: 'help' } };
    case 'wrong':
      return { notice: { kind: 'problem', problem: wanted.problem } };
    case 'form':
      return { notice: await openForm(deps, command) };
    case 'settings':
      return { notice: await openSettings(deps, command) };
    case 'start':
      return start(deps, command, wanted.story, wanted.flags);
    case 'mine':
      return report(command, { report: 'mine' });
    case 'history':
      return report(command, { report: 'history', page: wanted.page });
    case 'export':
      return report(command, { report: 'export', format: wanted.format });
    case 'vote':
      return vote(deps, command, wanted.card);
    case 'reveal':
      return reveal(deps, command);
    case 'next':
      return nextStory(deps, command);
  }
}

function report(
  { teamId, channelId, userId, responseUrl }: Command,
  what: Pick<ReportRef, 'report' | 'page' | 'format'>,
): Answer {
  return { jobs: [{ kind: 'report', ...what, teamId, channelId, userId, responseUrl }] };
}
