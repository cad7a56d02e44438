/** `npm run build`: bundles the two Lambda functions into `dist/` and prints their sizes. */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { languageProblems } from './check-languages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = `${root}dist`;

const problems = languageProblems();
if (problems.length > 0) {
  console.error(`The catalogues of blocks/language don’t fit together:\n${problems.join('\n')}`);
  process.exit(1);
}

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await bundle({
  entries: { slack: `${root}handlers/lambda/slack.ts`, publish: `${root}handlers/lambda/publish.ts` },
  outdir,
});
// The repository is ESM; these files aren't.
writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');

for (const [file, { bytes, entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) console.log(`${file}  ${Math.round(bytes / 1024)} KiB`);
}
