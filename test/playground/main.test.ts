import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeServer, listenLocally } from '../../stand-ins/aws/listen.ts';

const main = fileURLToPath(new URL('../../playground/main.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts `npm start`'s last step, and waits for the line that names the URL. */
async function start(port: number, ...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, PORT: String(port) } });
  children.push(child);
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(errors)));
    child.stdout.on('data', (data) => {
      output += data;
      if (output.includes('Ctrl-C')) resolve(/http:\S+/.exec(output)?.[0] ?? '');
    });
  });
  return { child, url, output: () => output, errors: () => errors };
}

describe('npm start', () => {
  it.skipIf(process.platform === 'win32')(
    'should give one URL, on a free port if its own is taken, and end with Ctrl-C',
    async () => {
      const taken = createServer();
      const port = Number(new URL(await listenLocally(taken)).port);
      const { child, url, output, errors } = await start(port);
      expect(Number(new URL(url).port)).toBeGreaterThan(port);
      expect(new URL(url).hostname).toBe('127.0.0.1');
      expect(await (await fetch(url)).text()).toContain('<!doctype html>');
      expect(output().match(/http:/g)).toHaveLength(1);
      const exit = once(child, 'exit');
      const stopping = Date.now();
      child.kill('SIGINT');
      expect(await exit).toEqual([0, null]);
      expect(Date.now() - stopping).toBeLessThan(1900);
      expect(errors()).toBe('');
      await closeServer(taken);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'should run the one process as well, and start it again when somebody kills it',
    async () => {
      const { child, url, output } = await start(0, '--one-process');
      const pids = () => Array.from(output().matchAll(/process (\d+)/g), ([, pid]) => Number(pid));
      expect((await fetch(url)).status).toBe(200);
      process.kill(pids()[0] as number, 'SIGKILL');
      await vi.waitUntil(() => pids().length === 2, 10_000);
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      expect(await exit).toEqual([0, null]);
      for (const pid of pids()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
  );
});
