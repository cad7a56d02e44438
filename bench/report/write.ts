import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const picture = fileURLToPath(new URL('../../docs/images/bench.svg', import.meta.url));

/** Everything below this line of the page comes from the last run. */
const MARK = '<!-- Written by `npm run bench`. -->';

/** Puts a run's tables into docs/benchmarks.md. Throws if the page has lost the place for them. */
export function writePage(report: string): void {
  const [explanation, old] = readFileSync(page, 'utf8').split(MARK);
  if (old === undefined) throw new Error(`docs/benchmarks.md has no line "${MARK}" any more`);
  writeFileSync(page, `${explanation}${MARK}\n\n${report}\n`);
}

export function writePicture(svg: string): void {
  writeFileSync(picture, svg);
}
