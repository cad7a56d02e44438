import type { Built } from '../bundles.ts';

export interface Share {
  /** A package's name; `groom` for our own sources. */
  name: string;
  bytes: number;
}

/** The packages in a bundle, the largest first, from esbuild's own account of it. */
export function packagesIn({ metafile }: Pick<Built, 'metafile'>, entry: string): Share[] {
  const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`/${entry}.js`))?.[1];
  const shares = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const name = packageOf(file);
    shares.set(name, (shares.get(name) ?? 0) + bytesInOutput);
  }
  return [...shares].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
}

/** `@b/c` for `node_modules/a/node_modules/@b/c/index.js`. */
export function packageOf(file: string): string {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'groom';
}
