import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CannotRun } from '../../handlers/process/cannot-run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = join(root, 'dist/npm');
const FILES = ['LICENSE', 'README.md', 'groom.js', 'groom.licences.txt', 'package.json'];

describe('The package of groom', () => {
  it('should hold the command, its licences, and nothing else', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: folder, encoding: 'utf8' }),
    );
    expect(packed.files.map(({ path }: { path: string }) => path).sort()).toEqual(FILES);
    const { dependencies, bin } = JSON.parse(read('dist/npm/package.json'));
    expect(dependencies).toBeUndefined();
    expect(bin).toEqual({ groom: 'groom.js' });
  });

  it('should run where nothing is installed', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'groom-'));
    execFileSync('npm', ['pack', folder, '--pack-destination', elsewhere], { stdio: 'ignore' });
    const [name] = execFileSync('ls', [elsewhere], { encoding: 'utf8' }).trim().split('\n');
    execFileSync('tar', ['-xzf', String(name)], { cwd: elsewhere });
    const { version } = JSON.parse(read('package.json'));
    const said = execFileSync(process.execPath, ['package/groom.js', '--version'], {
      cwd: elsewhere,
      encoding: 'utf8',
    });
    expect(said).toBe(`groom ${version}\n`);
  });

  it.each(['20.11.0', '22.22.0'])('should say in one line that Node %s is too old', (version) => {
    const old = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
    const preload = `data:text/javascript,${encodeURIComponent(old)}`;
    const run = () =>
      execFileSync(process.execPath, ['--import', preload, join(folder, 'groom.js')], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run).toThrow(
      expect.objectContaining({
        status: 78,
        stderr: `Groom needs Node 24 or newer; this is ${version}. Update Node: https://nodejs.org\n`,
      }),
    );
  });
});

describe('What runs it elsewhere', () => {
  const compose = parse(read('hosting/compose.yml'));

  it('should make the image of the package alone, for a user of no rights', () => {
    const { context, dockerfile } = compose.services.groom.build;
    expect(join(root, 'hosting', context)).toBe(folder);
    expect(existsSync(join(folder, dockerfile))).toBe(true);
    const dockerfileText = read('hosting/Dockerfile');
    const copied = [...dockerfileText.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    expect(FILES).toEqual(expect.arrayContaining(copied));
    expect(dockerfileText).toMatch(/^USER node$/m);
  });

  it('should not start again what somebody has to mend', () => {
    const unit = read('hosting/groom.service');
    const codes = [new CannotRun('noPermission', ''), new CannotRun('config', '')].map(
      ({ exitCode }) => exitCode,
    );
    expect(unit).toMatch(new RegExp(`^RestartPreventExitStatus=${codes.join(' ')}$`, 'm'));
    expect(compose.services.groom.restart).toMatch(/^on-failure:\d$/);
  });

  it.each(['SLACK_BOT_TOKEN_FILE', 'SLACK_APP_TOKEN_FILE', 'GROOM_DATA', 'GROOM_STATUS_PORT'])(
    'should set nothing that groom doesn’t read: %s',
    (name) => {
      const set = `${read('hosting/groom.service')}${read('hosting/compose.yml')}${read('hosting/Dockerfile')}`;
      expect(set).toContain(name);
      expect(read('dist/groom.js')).toContain(name.replace(/_FILE$/, ''));
    },
  );
});
