import type { ParameterFacts } from './checks/parameters.ts';

/** What a deployment should be like, as serverless.yml and slack-manifest.yml have it. */
export interface Expected {
  stackName: string;
  resources: readonly string[];
  queue: Record<string, string>;
  publishConcurrency: number;
  secretPaths: Record<ParameterFacts['secret'], string>;
  scopes: readonly string[];
}

interface Template {
  service: string;
  params: { default: { signingSecretPath: string; botTokenPath: string; publishConcurrency: number } };
  resources: { Resources: Record<string, { Properties?: Record<string, unknown>; Condition?: string }> };
}

interface Manifest {
  oauth_config: { scopes: { bot: string[] } };
}

/** Attributes of the queue that change what it does; the others are names, or the cloud's affair. */
const ATTRIBUTES = ['FifoQueue', 'ContentBasedDeduplication', 'VisibilityTimeout'];

/** Throws if the files no longer have the form that this reads. */
export function expectedOf(template: unknown, manifest: unknown, stage: string): Expected {
  const { service, params, resources } = template as Template;
  const { signingSecretPath, botTokenPath, publishConcurrency } = params.default;
  const ofStage = (text: string) => text.replaceAll(/\$\{sls:stage\}/g, stage);
  const always = Object.entries(resources.Resources).filter(([, { Condition }]) => Condition === undefined);
  const queue = resources.Resources.Queue?.Properties ?? {};
  return {
    stackName: `${service}-${stage}`,
    resources: always.map(([name]) => name),
    queue: Object.fromEntries(ATTRIBUTES.map((name) => [name, String(queue[name])])),
    publishConcurrency,
    secretPaths: { 'signing secret': ofStage(signingSecretPath), 'bot token': ofStage(botTokenPath) },
    scopes: (manifest as Manifest).oauth_config.scopes.bot,
  };
}
