import { setTimeout as sleep } from 'node:timers/promises';
import { GetParametersCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { Secret } from '../ports/secret.ts';
import { type Clock, HOUR, MINUTE, type Millis, SECOND } from '../time.ts';

export interface SsmSecretsOptions {
  client: SSMClient;
  now: Clock;
}

/** SSM says that it has no such parameters. */
export class MissingParametersError extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`SSM has no parameter ${paths.join(', ')}, or it is empty.`);
    this.paths = paths;
  }
}

/** How long to go on asking, while SSM is out of reach or slows a whole account down. */
const PATIENCE: Millis = 8 * SECOND;
const PAUSE: Millis = 300;

/** How long the version before a change is accepted too. */
const OVERLAP: Millis = HOUR;
const RENEWED_AT_MOST_EVERY: Millis = MINUTE;

/**
 * Reads SecureStrings, all with one call, for SSM allows an account forty a second.
 * @throws {MissingParametersError} where SSM says that one isn't there
 */
export async function readSecrets<Name extends string>(
  paths: Record<Name, string>,
  options: SsmSecretsOptions,
): Promise<Record<Name, Secret>> {
  const wanted = Object.entries<string>(paths);
  const found = await patiently(() => getParameters(options.client, Object.values(paths)));
  const missing = wanted.filter(([, path]) => !found.has(path));
  if (missing.length > 0) throw new MissingParametersError(missing.map(([, path]) => path));
  const secrets = wanted.map(([name, path]) => [name, ssmSecret(found.get(path) as Parameter, options)]);
  return Object.fromEntries(secrets);
}

interface Parameter {
  path: string;
  value: string;
  version: number;
  changedAt: Millis;
}

function ssmSecret(first: Parameter, { client, now }: SsmSecretsOptions): Secret {
  let held = first;
  let previous: string | undefined;
  let readAt = now();
  let hasLookedBack = false;
  let looking: Promise<boolean> | undefined;

  const inOverlap = () => held.version > 1 && now() - held.changedAt < OVERLAP;

  async function look(): Promise<boolean> {
    readAt = now();
    const known = held;
    held = (await getParameters(client, [known.path])).get(known.path) ?? known;
    if (held.version !== known.version) {
      previous = known.value;
      hasLookedBack = true;
      return true;
    }
    if (hasLookedBack || !inOverlap()) return false;
    hasLookedBack = true;
    const path = `${known.path}:${known.version - 1}`;
    previous = (await getParameters(client, [path])).get(path)?.value;
    return previous !== undefined;
  }

  return {
    get current() {
      return held.value;
    },
    get previous() {
      return inOverlap() ? previous : undefined;
    },
    async renew() {
      const isRecent = now() - readAt < RENEWED_AT_MOST_EVERY;
      // What was before a change is not read at the start, but when it is first asked for.
      if (isRecent && (hasLookedBack || !inOverlap())) return looking ?? false;
      looking ??= look()
        .catch(() => false)
        .finally(() => {
          looking = undefined;
        });
      return looking;
    },
  };
}

/**
 * By path; a path may end in `:<version>`. What isn't there, or is empty, is left out.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
 */
async function getParameters(client: SSMClient, paths: string[]): Promise<Map<string, Parameter>> {
  const command = new GetParametersCommand({ Names: paths, WithDecryption: true });
  const { Parameters = [] } = await client.send(command);
  return new Map(
    Parameters.flatMap(({ Name = '', Selector = '', Value = '', Version = 1, LastModifiedDate }) => {
      const path = Name + Selector;
      // A line break at the end is what a shell has added.
      const value = Value.trim();
      const changedAt = LastModifiedDate?.getTime() ?? 0;
      return value ? [[path, { path, value, version: Version, changedAt }]] : [];
    }),
  );
}

/** Asks until SSM answers or says no; when it has slowed us down, so often that all of a crowd come through. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
  while (true) {
    try {
      return await call();
    } catch (error) {
      if (isNo(error) || performance.now() > until) throw error;
      await sleep(PAUSE * (0.5 + Math.random()));
    }
  }
}

function isNo(error: unknown): boolean {
  if (!(error instanceof Error) || !('$fault' in error)) return false;
  return error.$fault === 'client' && error.name !== 'ThrottlingException';
}
