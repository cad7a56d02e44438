import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * Unpacks the one version in this folder and bundles it with its dependencies, as they are in node_modules now.
 * Answers with a file to run as either function: which of the two it is, it learns from its environment.
 */
export async function unpackEarlierVersion(): Promise<string> {
  const [packed, ...more] = readdirSync(here).filter((name) => name.endsWith('.js.br'));
  if (!packed || more.length > 0) throw new Error('test/upgrade should hold one packed version');
  const outfile = `${dist}${packed.replace('.br', '')}`;
  await build({
    stdin: { contents: brotliDecompressSync(readFileSync(here + packed)), resolveDir: here },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // As in scripts/bundle.ts, but nothing is left out: the earlier version may need it.
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'warning',
  });
  return outfile;
}
