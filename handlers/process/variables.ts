import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defined } from '../../src/game/defined.ts';
import type { Variables } from '../host/settings.ts';
import { CannotRun, codeOf } from './cannot-run.ts';
import type { Tokens } from './tokens.ts';

/**
 * Where data is kept: `GROOM_DATA`, or `groom` in the folder for data of the one who runs it.
 * https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function dataFolder({ GROOM_DATA, XDG_DATA_HOME }: Variables): string {
  if (GROOM_DATA) return resolve(GROOM_DATA);
  // One that isn't absolute is to be ignored.
  const home = XDG_DATA_HOME?.startsWith('/') ? XDG_DATA_HOME : join(homedir(), '.local', 'share');
  return join(home, 'groom');
}

/** The tokens that are given from outside: `SLACK_BOT_TOKEN` and `SLACK_APP_TOKEN`, or files that hold them. @throws {CannotRun} */
export function givenTokens(variables: Variables): Partial<Tokens> {
  return defined({
    botToken: givenIn(variables, 'SLACK_BOT_TOKEN'),
    appToken: givenIn(variables, 'SLACK_APP_TOKEN'),
  });
}

/** A variable, or what stands in the file that `…_FILE` names: secrets of containers and of systemd are files. @throws {CannotRun} */
export function givenIn(variables: Variables, name: string): string | undefined {
  const { [name]: value, [`${name}_FILE`]: file } = variables;
  if (!file) return value?.trim() || undefined;
  if (value) throw new CannotRun('config', `Set ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new CannotRun('config', `${name}_FILE names ${file}, which can’t be read: ${codeOf(error)}.`);
  }
}
