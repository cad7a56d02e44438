/**
 * `npm run explain-stack`: reads a stack trace from a Lambda's log on the standard input and prints it with places
 * in the sources. Build the bundles from the deployed commit first (`npm run build`): the same sources give the same
 * bytes.
 *
 * The functions don't do this themselves: with `--enable-source-maps` Node parses the map at every cold start,
 * which made it a quarter slower, and the map is four times the size of the code.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const maps = new Map<string, SourceMap>();

function mapOf(name: string): SourceMap {
  const known = maps.get(name);
  if (known) return known;
  const map = new SourceMap(JSON.parse(readFileSync(join(dist, `${name}.js.map`), 'utf8')));
  maps.set(name, map);
  return map;
}

/** Replaces each `…/dist/slack.js:12:3456` by its place in the sources, if that is known. */
function explain(text: string): string {
  return text.replaceAll(/[^\s("]*\b(slack|publish)\.js:(\d+):(\d+)/g, (place, name, line, column) => {
    const entry = mapOf(name).findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return place;
    return `${normalize(join('dist', entry.originalSource))}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

// Log lines are JSON, where line breaks are \n.
process.stdout.write(explain(readFileSync(0, 'utf8')).replaceAll('\\n', '\n'));
