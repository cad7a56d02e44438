import type { Translate } from '../../blocks/language/translate.ts';
import { fileLine, fileSentLine, textExportLine } from '../../blocks/private/exported.ts';
import { historyLine } from '../../blocks/private/history.ts';
import { BYTE_ORDER_MARK, toCsv } from '../../src/export/csv.ts';
import { excerptOf } from '../../src/export/excerpt.ts';
import { toMarkdown } from '../../src/export/markdown.ts';
import { type FinishedStory, historyPage, latestFirst, totalsOf } from '../../src/game/round/history.ts';
import { failureText, type TextFile } from '../../src/ports/chat.ts';
import { type ExportFormat, type JobOf, ownerOf } from '../../src/ports/job.ts';
import { type Answer, done } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
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

/** Gives somebody a channel's history as a file, else as text, as much of it as fits. */
export async function exportHistory(deps: JobDeps, job: JobOf<'report'>, t: Translate): Promise<Answer> {
  const { chats, directory, log, now } = deps;
  const stories = latestFirst(await directory.history(job));
  if (stories.length === 0) return asked(deps, job, historyLine(historyPage(stories, 1), t));
  const format = FORMATS[job.format ?? 'csv'];
  const file = fileOf(job.channelId, stories, format, now());
  const line = fileLine(job.channelId, totalsOf(stories), t);
  const sent = await chats.for(job.teamId).sendFile(job.userId, file, line);
  if (sent.ok) {
    // Not tried again, whatever becomes of it: with it the file would come again.
    await asked(deps, job, fileSentLine(t));
    return done;
  }
  return orLater(deps, sent, (failure) => {
    if (failure.error !== 'missing_scope') {
      log.warn('file not sent', { ...ownerOf(job), reason: failureText(failure) });
    }
    const excerpt = excerptOf(stories, format.write);
    return asked(deps, job, textExportLine({ ...excerpt, error: failure.error, all: stories.length }, t));
  });
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
