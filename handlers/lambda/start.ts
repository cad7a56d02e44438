import { MissingParametersError, readSecrets } from '../../src/aws/ssm-secrets.ts';
import { fixedSecret, type Secret } from '../../src/ports/secret.ts';
import { type Millis, SECOND } from '../../src/time.ts';
import type { Clients } from './clients.ts';

const SSM = 'ssm:';

/** How long to believe SSM that a secret isn't there: whoever calls meanwhile must not cost a call each. */
const MISSING_FOR: Millis = 3 * SECOND;

/**
 * Starts a Lambda function once per container, with its secrets. Fetching begins at once; one that failed is tried
 * again with the next invocation.
 * @returns what `start` has made; rejects with `MissingParametersError` until the operator has stored the secrets
 */
export function onceStarted<Name extends string, T>(
  ssm: Clients['ssm'],
  sources: Record<Name, string>,
  start: (secrets: Record<Name, Secret>) => T,
): () => Promise<T> {
  let started: Promise<T> | undefined;
  let missingUntil: Millis = 0;
  const begin = () => {
    const beginning = fetchSecrets(ssm, sources).then(start);
    started = beginning;
    missingUntil = Number.POSITIVE_INFINITY;
    // Reported by whoever awaits it; unhandled, it would end the container before its first invocation.
    beginning.catch((error: unknown) => {
      if (error instanceof MissingParametersError) missingUntil = Date.now() + MISSING_FOR;
      else started = undefined;
    });
    return beginning;
  };
  begin();
  return () => (started && Date.now() < missingUntil ? started : begin());
}

/** Of each source the secret: itself, or what is at its path in the Parameter Store. */
export async function fetchSecrets<Name extends string>(
  client: Clients['ssm'],
  sources: Record<Name, string>,
): Promise<Record<Name, Secret>> {
  const entries = Object.entries<string>(sources);
  const stored = entries.filter(([, source]) => source.startsWith(SSM));
  const paths = Object.fromEntries(stored.map(([name, source]) => [name, source.slice(SSM.length)]));
  const found = stored.length > 0 ? await readSecrets(paths, { client, now: Date.now }) : {};
  const fixed = entries.map(([name, source]) => [name, fixedSecret(source)]);
  return { ...Object.fromEntries(fixed), ...found };
}
