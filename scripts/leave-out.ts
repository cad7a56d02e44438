import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * What the bundled packages import but a Lambda function never runs, by the name under which they import it.
 * Bolt doesn't tree-shake: its index loads every receiver, Express included.
 */
const unused = [
  // Bolt's receivers, because we have our own, and what they and Bolt's index need.
  '@slack/oauth',
  './receivers/AwsLambdaReceiver',
  './receivers/custom-routes',
  './receivers/ExpressReceiver',
  './receivers/HTTPModuleFunctions',
  './receivers/HTTPReceiver',
  './receivers/HTTPResponseAck',
  './receivers/SocketModeFunctions',
  './receivers/SocketModeReceiver',
  './receivers/verify-request',
  // For assistants. Groom isn't one.
  './Assistant',
  // On Lambda, credentials come from the environment. These look for them in files, on EC2 and in other services.
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  // Streams of events, which none of our calls has. It is imported late, so a bundle would wrap all it shares.
  '@smithy/core/event-streams',
  // Parts of Slack's client that are not asked for, and forty modules of types.
  './chat-stream',
  './file-upload',
  '@slack/types',
  // Parts of ElectroDB: we have entities and nothing else.
  './src/service',
  './src/transaction',
  // ElectroDB requires these two for document clients that aren't ours (src/aws/dynamo/document-client.ts).
  '@aws-sdk/lib-dynamodb',
  '@aws-sdk/util-dynamodb',
];

/**
 * An esbuild plugin that replaces those modules by stubs: each of their exports is a function that throws when
 * it is called. The build fails if nothing imports one of them any more, so that the list stays true.
 */
export function leaveOutUnused(): Plugin {
  const seen = new Set<string>();
  return {
    name: 'leave-out-unused',
    setup(build) {
      build.onResolve({ filter: oneOf(unused) }, ({ path, importer }) => {
        // What our own sources import they use.
        if (!importer.includes('node_modules')) return undefined;
        seen.add(path);
        return { path, namespace: 'left-out', pluginData: importer };
      });
      build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path, pluginData: importer }) => ({
        contents: stub(path, Object.keys(createRequire(importer)(path))),
      }));
      build.onEnd(() => ({
        errors: unused
          .filter((name) => !seen.has(name))
          .map((name) => ({
            text: `Nothing imports ${name} any more. Remove it from scripts/leave-out.ts.`,
          })),
      }));
    },
  };
}

function oneOf(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(${escaped.join('|')})$`);
}

function stub(path: string, names: string[]): string {
  const message = `${path} is not part of this bundle (scripts/leave-out.ts)`;
  return `
    function leftOut() { throw new Error(${JSON.stringify(message)}); }
    Object.defineProperty(exports, '__esModule', { value: true });
    for (const name of ${JSON.stringify(names)}) exports[name] = leftOut;
  `;
}
