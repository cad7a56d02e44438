/**
 * `npm run pack-version [checkout [handlers]]`: packs the version in a checkout (this one by default) for test/upgrade,
 * as `version-<version>.js.br`. `handlers` is where that version's two Lambda entries are.
 *
 * Groom's own code alone, minified, both functions in one file: 77 KB, so that the repository can hold it. The
 * dependencies come from node_modules when the test unpacks it. The same sources give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [checkout = root, handlers = 'handlers/lambda'] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };

const { outputFiles } = await build({
  stdin: {
    // Each function reads its environment as it is loaded: only the one that is asked for may be.
    contents: `
      const name = process.env.AWS_LAMBDA_FUNCTION_NAME;
      export const { handler } = name === 'slack' ? require('./slack.ts') : require('./publish.ts');`,
    resolveDir: join(checkout, handlers),
  },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  write: false,
});
const packed = brotliCompressSync(Buffer.concat(outputFiles.map(({ contents }) => contents)), {
  params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
});

const file = join(root, `test/upgrade/version-${version}.js.br`);
writeFileSync(file, packed);
console.log(`${relative(root, file)}  ${Math.round(packed.length / 1024)} KiB`);
