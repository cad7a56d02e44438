/**
 * `npm run build`: bundles the two Lambda functions into `dist/`, each with the licences of the packages in it, and
 * prints their sizes. `dist/sbom.json` lists every package that they can be made of.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { languageProblems } from './check-languages.ts';
import { licencesOf } from './licences.ts';
import { materials } from './sbom.ts';

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

writeFileSync(`${outdir}/sbom.json`, materials(root));

for (const [file, output] of Object.entries(metafile.outputs)) {
  if (!output.entryPoint) continue;
  writeFileSync(file.replace(/\.js$/, '.licences.txt'), licencesOf(output));
  console.log(`${file}  ${Math.round(output.bytes / 1024)} KiB`);
}
