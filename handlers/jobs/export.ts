import type { Translate } from '../../blocks/language/translate.ts';
import { fileLine, fileSentLine, textExportLine } from '../../blocks/private/exported.ts';
import { historyLine } from '../../blocks/private/history.ts';
import { BYTE_ORDER_MARK, toCsv } from '../../src/export/csv.ts';
import { excerptOf } from '../../src/export/excerpt.ts';
import { toMarkdown } from '../../src/export/markdown.ts';
import { type FinishedStory, historyPage, latestFirst, totalsOf } from '../../src/game/round/history.ts';
import { type Failure, failureText, type TextFile } from '../../src/ports/chat.ts';
import { hashOf } from '../../src/ports/hash.ts';
import { type ExportFormat, type JobOf, ownerOf } from '../../src/ports/job.ts';
import { again, done, type TimeLeft, type Verdict } from '../../src/ports/queue.ts';
import { type Millis, SECOND } from '../../src/time.ts';
import { asked } from './asked.ts';
import type { JobDeps } from './deps.ts';
import { orLater } from './or-later.ts';

interface Format {
  write(stories: readonly FinishedStory[]): string;
  /** What a file begins with. */
  mark: string;
  extension: string;
}

const FORMATS: Record<ExportFormat, Format> = {
  csv: { write: toCsv, mark: BYTE_ORDER_MARK, extension: 'csv' },
  markdown: { write: toMarkdown, mark: '', extension: 'md' },
};

/** What it takes to say the line, share the file and say where it is, each as slow as can be. */
const TO_SHARE: Millis = 7.5 * SECOND;

/**
 * Gives somebody a channel's history as a file, else as text, as much of it as fits. The file is shown once, because
 * that is noted before: where nobody hears of it any more, they most likely have it; if not, they ask again.
 */
export async function exportHistory(
  deps: JobDeps,
  job: JobOf<'report'>,
  t: Translate,
  timeLeft: TimeLeft,
): Promise<Verdict> {
  const { chats, directory, now } = deps;
  const stories = latestFirst(await directory.history(job));
  if (stories.length === 0) return asked(deps, job, historyLine(historyPage(stories, 1), t));
  const format = FORMATS[job.format ?? 'csv'];
  const file = fileOf(job.channelId, stories, format, now());
  const chat = chats.for(job.teamId);
  const uploaded = await chat.uploadFile(file);
  if (!uploaded.ok) return orLater(uploaded, (failure) => asText(deps, job, stories, failure, t));
  // Whoever is stopped in the middle could not say whether the file is there.
  if (timeLeft() < TO_SHARE) return again(0);
  if (!(await directory.claim(`export#${hashOf(job.responseUrl)}`))) return done;
  const line = fileLine(job.channelId, totalsOf(stories), t);
  const shared = await chat.shareFile(job.userId, { id: uploaded.value, name: file.name }, line);
  // Not tried again, whatever becomes of it: with it the file would come again.
  await (shared.ok ? asked(deps, job, fileSentLine(t)) : asText(deps, job, stories, shared.failure, t));
  return done;
}

async function asText(
  deps: JobDeps,
  job: JobOf<'report'>,
  stories: readonly FinishedStory[],
  failure: Failure,
  t: Translate,
): Promise<Verdict> {
  const error = failure.kind === 'rate_limited' ? 'ratelimited' : failure.error;
  if (error !== 'missing_scope') {
    deps.log.warn('file not sent', { ...ownerOf(job), reason: failureText(failure) });
  }
  const excerpt = excerptOf(stories, FORMATS[job.format ?? 'csv'].write);
  return asked(deps, job, textExportLine({ ...excerpt, error, all: stories.length }, t));
}

function fileOf(
  channelId: string,
  stories: readonly FinishedStory[],
  { write, mark, extension }: Format,
  now: Millis,
): TextFile {
  const day = new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return { name: `estimates-${channelId}-${day}.${extension}`, content: mark + write(stories) };
}
