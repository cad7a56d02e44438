import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Makes a package of the command that has nothing to install: what `npm run pack` packs, and what the image is made of. */
export function makePackage(root: string, built: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ['groom.js', 'groom.licences.txt'])
    copyFileSync(`${built}/${file}`, `${folder}/${file}`);
  for (const file of ['LICENSE', 'README.md']) copyFileSync(`${root}${file}`, `${folder}/${file}`);
  const { name, version, description, license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const own = {
    name,
    version,
    description,
    license,
    type: 'commonjs',
    bin: { groom: 'groom.js' },
    engines: { node: '>=24' },
    files: ['groom.js', 'groom.licences.txt'],
  };
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(own, null, 2)}\n`);
}
