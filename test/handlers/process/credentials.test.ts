import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readCredentials, saveCredentials } from '../../../handlers/process/credentials.ts';
import { dataFolder, givenTokens } from '../../../handlers/process/variables.ts';

const TOKENS = { botToken: 'xoxb-1', appToken: 'xapp-1' };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groom-'));
  folders.push(folder);
  return folder;
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('Tokens that are kept', () => {
  it('should be there the next time, and newer ones in their place', async () => {
    const folder = join(temporary(), 'new', 'groom');
    expect(await readCredentials(folder)).toBeUndefined();
    await saveCredentials(folder, TOKENS);
    expect(await readCredentials(folder)).toEqual(TOKENS);
    await saveCredentials(folder, { ...TOKENS, botToken: 'xoxb-2' });
    expect(await readCredentials(folder)).toEqual({ ...TOKENS, botToken: 'xoxb-2' });
  });

  it('should be readable for nobody else, whatever the folder was like', async () => {
    const folder = temporary();
    chmodSync(folder, 0o755);
    await saveCredentials(folder, TOKENS);
    const files = readdirSync(folder);
    expect(files).toHaveLength(1);
    expect([modeOf(folder), modeOf(join(folder, String(files[0])))]).toEqual(['700', '600']);
  });

  it('should be refused once others can read them', async () => {
    const folder = temporary();
    await saveCredentials(folder, TOKENS);
    const path = join(folder, String(readdirSync(folder)[0]));
    for (const mode of [0o640, 0o604]) {
      chmodSync(path, mode);
      await expect(readCredentials(folder)).rejects.toMatchObject({
        exitCode: 77,
        message: expect.stringContaining('chmod 600'),
      });
    }
  });

  it('should be asked for anew where the file makes no sense', async () => {
    const folder = temporary();
    await saveCredentials(folder, TOKENS);
    const path = join(folder, String(readdirSync(folder)[0]));
    for (const text of ['', '{"botToken":', 'null', '{"botToken":"xoxb-1"}']) {
      writeFileSync(path, text);
      await expect(readCredentials(folder)).rejects.toMatchObject({ exitCode: 78 });
    }
  });

  it('should not be kept where there can’t be a folder', async () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, '');
    await expect(saveCredentials(file, TOKENS)).rejects.toMatchObject({
      exitCode: 77,
      message: expect.stringMatching(/can’t be kept.*EEXIST/),
    });
  });
});

describe('The environment of a process', () => {
  it.each([
    [{ GROOM_DATA: '/data' }, '/data'],
    [{ GROOM_DATA: '/data', XDG_DATA_HOME: '/home/ada/.data' }, '/data'],
    [{ XDG_DATA_HOME: '/home/ada/.data' }, '/home/ada/.data/groom'],
    [{ XDG_DATA_HOME: 'relative' }, join(homedir(), '.local/share/groom')],
    [{}, join(homedir(), '.local/share/groom')],
  ])('should say where data is: %j', (variables, folder) => {
    expect(dataFolder(variables)).toBe(folder);
  });

  it('should give tokens, or files that hold them', () => {
    const file = join(temporary(), 'token');
    writeFileSync(file, 'xapp-1\n');
    expect(givenTokens({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN_FILE: file })).toEqual(TOKENS);
    expect(givenTokens({ SLACK_BOT_TOKEN: '' })).toEqual({});
  });

  it('should be asked to make sense', () => {
    const missing = join(temporary(), 'missing');
    expect(() => givenTokens({ SLACK_BOT_TOKEN_FILE: missing })).toThrow(/SLACK_BOT_TOKEN_FILE.*ENOENT/);
    const both = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: missing };
    expect(() => givenTokens(both)).toThrow('Set SLACK_BOT_TOKEN or SLACK_BOT_TOKEN_FILE, not both.');
  });
});
