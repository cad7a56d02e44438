import { COMMAND } from '../../blocks/ids.ts';
import { mayAsk } from '../../src/play/allowance.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { ReportRef } from '../../src/ports/job.ts';
import type { Millis } from '../../src/time.ts';
import { openSettings } from '../actions/open-settings.ts';
import { type Answer, countRefusal, refused, replies, told } from '../answer.ts';
import { doctorCommand } from '../doctor/command.ts';
import { type Interaction, type TypedCommand, typedCommand } from '../receive/interaction.ts';
import { onlyOurs } from '../receive/only-ours.ts';
import type { BoltApp, Received } from '../receive/receiver.ts';
import type { Payload } from '../receive/schemas.ts';
import { parseArguments } from './arguments.ts';
import { openForm } from './form.ts';
import { agree, controlHere, isMeant, joinHere, leaveHere, vote } from './keyboard.ts';
import type { Slip } from './slips.ts';
import { start } from './start.ts';
import { typedText } from './typed-text.ts';

/** `/groom`: starts a session, opens a form, lists, explains, and does by keyboard what buttons do. */
export function registerGroom(app: BoltApp, deps: Deps): void {
  const expected = {
    what: 'a command',
    read: (payload: Payload, signedAt: Millis | undefined, raw: Received['raw']) => {
      const command = typedCommand(payload, deps.now, signedAt);
      return command && { command, raw };
    },
  };
  const heard = onlyOurs(deps, expected, async ({ command, raw }) => {
    const arrived = doctorCommand(deps, command, raw);
    if (arrived) {
      await deps.queue.send(replies(command, arrived));
      return;
    }
    const wanted = parseArguments(typedText(command.text));
    const answer = await answerTo(deps, command, wanted);
    const jobs = [...(answer.jobs ?? []), ...replies(command, answer.notice)];
    if (jobs.length > 0) await deps.queue.send(jobs);
    deps.log.info('command', { wanted: wanted.kind, teamId: command.teamId, ...countRefusal(deps, answer) });
  });
  app.command(COMMAND, heard);
}

async function answerTo(
  deps: Deps,
  command: TypedCommand,
  wanted: ReturnType<typeof parseArguments>,
): Promise<Answer> {
  switch (wanted.kind) {
    case 'help':
      return told({ kind: 'help' });
    case 'wrong':
      return told({ kind: 'problem', problem: wanted.problem });
    case 'form':
      return (await openForm(deps, command)) ? {} : told({ kind: 'formNotOpened' });
    case 'settings':
      return (await openSettings(deps, command)) ? {} : told({ kind: 'windowNotOpened' });
    case 'start':
      return (await slipOf(deps, command, wanted.slip)) ?? start(deps, command, wanted.story, wanted.flags);
    case 'mine':
      return report(deps, command, { report: 'mine' });
    case 'history':
      return report(deps, command, { report: 'history', page: wanted.page });
    case 'export':
      return report(deps, command, { report: 'export', format: wanted.format });
    case 'vote':
      return vote(deps, command, wanted.card, wanted.reason);
    case 'agree':
      return agree(deps, command, wanted.card);
    case 'join':
      return joinHere(deps, command);
    case 'leave':
      return leaveHere(deps, command);
    case 'reveal':
    case 'again':
    case 'next':
    case 'back':
    case 'end':
      return controlHere(deps, command, wanted.kind);
  }
}

/** Asks back where a command may be meant: a title is public at once. */
async function slipOf(
  deps: Deps,
  command: TypedCommand,
  slip: Slip | undefined,
): Promise<Answer | undefined> {
  if (!slip || !(await isMeant(deps, command, slip))) return undefined;
  return told({ kind: 'didYouMean', command: slip.command, title: typedText(command.text).trim() });
}

async function report(
  deps: Deps,
  { teamId, channelId, userId, responseUrl }: Interaction,
  what: Pick<ReportRef, 'report' | 'page' | 'format'>,
): Promise<Answer> {
  if (!(await mayAsk(deps, { teamId, userId }, what.report))) return refused({ code: 'asked_too_often' });
  return { jobs: [{ kind: 'report', ...what, teamId, channelId, userId, responseUrl }] };
}
