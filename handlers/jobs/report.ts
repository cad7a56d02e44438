import type { Translate } from '../../blocks/language/translate.ts';
import { historyLine } from '../../blocks/private/history.ts';
import { mineLine } from '../../blocks/private/mine.ts';
import { defined } from '../../src/game/defined.ts';
import { type HistoryLine, historyPage } from '../../src/game/round/history.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import type { JobOf } from '../../src/ports/job.ts';
import type { Verdict, Visit } from '../../src/ports/queue.ts';
import { asked } from './asked.ts';
import type { JobDeps } from './deps.ts';
import { exportHistory } from './export.ts';
import { messageLink } from './message-link.ts';
import { mySessions } from './my-sessions.ts';

/** Makes a list that takes some reading, for whoever asked for it. */
export async function report(
  deps: JobDeps,
  job: JobOf<'report'>,
  t: Translate,
  { timeLeft }: Visit,
): Promise<Verdict> {
  if (job.report === 'export') return exportHistory(deps, job, t, timeLeft);
  return asked(deps, job, await lineFor(deps, job, t));
}

async function lineFor(deps: JobDeps, job: JobOf<'report'>, t: Translate): Promise<PrivateLine> {
  if (job.report === 'mine') return mineLine(await mySessions(deps, job), t);
  const { directory } = deps;
  const [stories, { issueLinks }] = await Promise.all([directory.history(job), directory.settings(job)]);
  const page = historyPage(stories, job.page ?? 1);
  return historyLine({ ...page, lines: await linked(deps, job, page.lines) }, t, issueLinks);
}

/** With links to the messages, where Slack gives them: some may have been deleted. */
async function linked(
  { chats }: JobDeps,
  job: JobOf<'report'>,
  lines: readonly HistoryLine[],
): Promise<HistoryLine[]> {
  const ids = [...new Set(lines.flatMap(({ messageTs }) => messageTs ?? []))];
  const links = new Map(
    await Promise.all(ids.map(async (ts) => [ts, await messageLink(chats, job, ts)] as const)),
  );
  return lines.map((line) => defined({ ...line, messageLink: links.get(line.messageTs ?? '') }));
}
