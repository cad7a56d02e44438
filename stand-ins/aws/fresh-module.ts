import { Console } from 'node:console';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { constants, Script } from 'node:vm';
import { lineStream } from './line-stream.ts';

/** What surrounds one container's copy of the code. */
export interface Surroundings {
  /** The container's whole environment; the machine's own isn't visible to it. */
  env: Record<string, string>;
  /** Gets each line that the code prints. */
  log: (line: string) => void;
  /** What its `Date` says, in ms since the epoch; the computer's clock if absent. */
  now?: (() => number) | undefined;
}

type Exports = Record<string, unknown>;

type ModuleBody = (
  exports: Exports,
  require: NodeJS.Require,
  module: { exports: Exports },
  filename: string,
  directory: string,
  process: NodeJS.Process,
  console: Console,
  date: DateConstructor,
) => void;

/**
 * Evaluates a built CommonJS file afresh, as a cold start does, with an environment and an output of its own, and
 * returns its exports. This lets several containers with different settings live in one process, where they can
 * be debugged. Throws what the file throws.
 */
export function evaluateAfresh(file: string, surroundings: Surroundings): Exports {
  const require = createRequire(file);
  const output = lineStream(surroundings.log);
  const process = privateProcess({ ...surroundings.env }, output);
  const console = new Console({ stdout: output, stderr: output, colorMode: false });
  const module: { exports: Exports } = { exports: {} };
  const requireHere = Object.assign(
    (name: string) => (/^(node:)?process$/.test(name) ? process : require(name)),
    require,
  );
  const body = compile(file).runInThisContext() as ModuleBody;
  const date = surroundings.now ? dateBy(surroundings.now) : Date;
  body(module.exports, requireHere, module, file, dirname(file), process, console, date);
  return module.exports;
}

const compiled = new Map<string, { source: string; script: Script }>();

function compile(file: string): Script {
  const source = readSource(file);
  const known = compiled.get(file);
  if (known?.source === source) return known.script;
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname, process, console, Date) {${source}\n})`,
    { filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  );
  compiled.set(file, { source, script });
  return script;
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} is missing. Run \`npm run build\` first.`, { cause });
  }
}

/** A `Date` that goes by this clock. */
function dateBy(now: () => number): DateConstructor {
  return new Proxy(Date, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}

/** The real process in all but its environment and its output. */
function privateProcess(env: Record<string, string>, output: Writable): NodeJS.Process {
  const own: Record<string | symbol, unknown> = { env, stdout: output, stderr: output };
  return new Proxy(process, {
    get: (target, key) => (key in own ? own[key] : Reflect.get(target, key, target)),
  });
}
