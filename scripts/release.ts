/**
 * `npm run release-files`: gathers what a release consists of in `dist/release`: the package of groom, the two Lambda
 * functions as `npx serverless package` has packed them, the SBOM, and what CHANGELOG.md says of this version.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { notesOf } from './release-notes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/release`;
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/notes.md`, `${notesOf(readFileSync(`${root}CHANGELOG.md`, 'utf8'), version)}\n`);
execFileSync('npm', ['pack', `${root}dist/npm`, '--pack-destination', folder], { stdio: 'inherit' });
for (const name of ['slack', 'publish']) {
  copyFileSync(`${root}.serverless/${name}.zip`, `${folder}/groom-${version}-${name}.zip`);
}
copyFileSync(`${root}dist/sbom.json`, `${folder}/sbom.json`);
