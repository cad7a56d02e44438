import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRun, codeOf } from './cannot-run.ts';
import type { Tokens } from './tokens.ts';

/** A file of its own: what is backed up, exported or moved has no tokens in it. */
const FILE = 'credentials.json';
const MINE_ALONE = { folder: 0o700, file: 0o600 } as const;
const OTHERS = 0o077;

/**
 * The tokens that were kept in a folder; `undefined` if none were.
 * @throws {CannotRun} if others can read them, or they can't be read
 */
export async function readCredentials(folder: string): Promise<Tokens | undefined> {
  const path = join(folder, FILE);
  const [mode, text] = await Promise.all([stat(path).then(({ mode }) => mode), readFile(path, 'utf8')]).catch(
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [0, undefined] as const;
      throw new CannotRun('noPermission', `${path} can’t be read: ${codeOf(error)}.`);
    },
  );
  if (text === undefined) return undefined;
  if (mode & OTHERS) {
    throw new CannotRun(
      'noPermission',
      `Others can read the tokens in ${path}. Run: chmod 600 '${path}', and make new tokens if somebody may have.`,
    );
  }
  return tokensIn(text, path);
}

/** Keeps tokens in place of those that were there, all at once: no other user can read them at any moment. @throws {CannotRun} */
export async function saveCredentials(folder: string, { botToken, appToken }: Tokens): Promise<void> {
  const path = join(folder, FILE);
  const draft = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true, mode: MINE_ALONE.folder });
    await chmod(folder, MINE_ALONE.folder);
    await rm(draft, { force: true });
    const file = await open(draft, 'wx', MINE_ALONE.file);
    try {
      await file.writeFile(`${JSON.stringify({ botToken, appToken })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    throw new CannotRun('noPermission', `The tokens can’t be kept in ${folder}: ${codeOf(error)}.`);
  }
}

function tokensIn(text: string, path: string): Tokens {
  const { botToken, appToken } = parse(text);
  if (typeof botToken === 'string' && typeof appToken === 'string') return { botToken, appToken };
  throw new CannotRun('config', `${path} holds no tokens of Groom’s. Remove it, and start again.`);
}

function parse(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
