import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { licencesOf } from '../../scripts/licences.ts';
import { notesOf } from '../../scripts/release-notes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Component {
  name: string;
  version: string;
}

const output = (...paths: string[]) => ({
  inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: 1 }])),
});

describe('What is deployed', () => {
  it.each([
    ['slack', /^@slack\/bolt \d+\.\d+\.\d+$/m],
    ['publish', /^csv-stringify \d+\.\d+\.\d+$/m],
  ])('should go with the licences of the packages in it: %s', (name, own) => {
    const licences = read(`dist/${name}.licences.txt`);
    expect(licences).toMatch(own);
    expect(licences).toMatch(/^electrodb \d/m);
    expect(licences).toContain('Apache License');
    expect(licences).not.toMatch(/^(vitest|esbuild) \d/m);
  });

  it('should be listed, all that is in it and nothing that only development needs', () => {
    const { bomFormat, components } = JSON.parse(read('dist/sbom.json'));
    const listed = components.map(({ name, version }: Component) => `${name} ${version}`);
    const bundled = ['slack', 'publish'].flatMap((name) =>
      [...read(`dist/${name}.licences.txt`).matchAll(/^(@?[\w./-]+ \d+\.\d+\.\d+)$/gm)].map(([, one]) => one),
    );
    expect(bomFormat).toBe('CycloneDX');
    expect(bundled.length).toBeGreaterThan(50);
    expect(listed).toEqual(expect.arrayContaining(bundled));
    expect(listed.join('\n')).not.toMatch(/^(vitest|esbuild) /m);
  });
});

describe('The licences of a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licences-'));
  const aPackage = (name: string, files: Record<string, string>) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.2.3' }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return join(path, 'lib/index.js');
  };

  it('should have each text once, below all packages that it is of, and notices too', () => {
    const paths = [
      aPackage('@b/two', { 'LICENSE.md': 'Do as you like.\n' }),
      aPackage('c', { license: 'Do as you like.' }),
      aPackage('a', { LICENSE: 'Ask first.', NOTICE: 'By A.' }),
    ];
    expect(licencesOf(output(...paths, 'src/time.ts')).split(/\n-+\n\n/)).toEqual([
      '@b/two 1.2.3\nc 1.2.3\n\nDo as you like.\n',
      'a 1.2.3\n\nAsk first.\n\nBy A.\n',
    ]);
  });

  it('should be asked for by a package that brings none, unless nothing of it is left', () => {
    const path = aPackage('bare', { 'README.md': 'MIT' });
    expect(() => licencesOf(output(path))).toThrow('bare 1.2.3 brings no licence');
    expect(licencesOf({ inputs: { [path]: { bytesInOutput: 0 } } })).toBe('');
  });
});

it.each(readdirSync(join(root, '.github/workflows')))('%s should pin every action by its digest', (file) => {
  const actions = [...read(`.github/workflows/${file}`).matchAll(/uses: (.+)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

describe('The notes of a release', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n## 0.2.0\n\n### Added\n\n- Two.\n\n## [0.1.0] - 2026-01-01\n\n- One.\n';

  it.each([
    ['0.2.0', '### Added\n\n- Two.'],
    ['0.1.0', '- One.'],
  ])('should be what the changelog says of it: %s', (version, notes) => {
    expect(notesOf(changelog, version)).toBe(notes);
  });

  it.each(['Unreleased', '0.2', '0.3.0'])('should not be nothing: %s', (version) => {
    expect(() => notesOf(changelog, version)).toThrow(`says nothing of ${version}`);
  });
});
