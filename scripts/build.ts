/**
 * `npm run build`: bundles the two Lambda functions and the command `groom` into `dist/`, each with the licences of the
 * packages in it, and prints their sizes. `dist/sbom.json` lists every package that they can be made of.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { languageProblems } from './check-languages.ts';
import { makeCommand } from './command.ts';
import { licencesOf } from './licences.ts';
import { linkFor, socketManifest } from './manifest-link.ts';
import { makePackage } from './npm-package.ts';
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
  entries: {
    slack: `${root}handlers/lambda/slack.ts`,
    publish: `${root}handlers/lambda/publish.ts`,
    groom: `${root}handlers/process/groom.ts`,
  },
  outdir,
  define: {
    GROOM_VERSION: JSON.stringify(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version),
    SLACK_APP_LINK: JSON.stringify(
      linkFor(socketManifest(readFileSync(`${root}slack-manifest.yml`, 'utf8'))),
    ),
  },
});
makeCommand(`${outdir}/groom.js`);
// The repository is ESM; these files aren't.
writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');

writeFileSync(`${outdir}/sbom.json`, materials(root));

for (const [file, output] of Object.entries(metafile.outputs)) {
  if (!output.entryPoint) continue;
  writeFileSync(file.replace(/\.js$/, '.licences.txt'), licencesOf(output));
  if (!process.argv.includes('--quiet')) console.log(`${file}  ${Math.round(output.bytes / 1024)} KiB`);
}
makePackage(root, outdir, `${outdir}/npm`);
