import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * An esbuild plugin that leaves out the classes of the AWS SDK's errors, of which SSM alone has 150, each registered
 * at every start. What has no class arrives as its service's general exception, with the same `name`, message and
 * metadata: nobody may ask for `instanceof`. The build fails if there is nothing to leave out any more.
 */
export function leaveOutErrors(): Plugin {
  return {
    name: 'leave-out-errors',
    setup(build) {
      build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const contents = source.replaceAll(REGISTRATION, '');
        const errors = contents === source ? [{ text: `${path} registers no errors any more.` }] : [];
        return { contents, errors };
      });
    },
  };
}

/** Not that of `_s_registry`, which holds the general exception. */
const REGISTRATION = /^n\d+_registry\.registerError\(\w+\$, \w+\);$/gm;
