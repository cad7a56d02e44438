import { type BuildOptions, type BuildResult, build } from 'esbuild';
import { leaveOutUnused } from './leave-out.ts';
import { leaveOutErrors } from './leave-out-errors.ts';
import { trustModels } from './trust-models.ts';

export interface BundleOptions {
  /** Output name → source file. */
  entries: Record<string, string>;
  outdir: string;
  /** Bundles as esbuild does by default, for comparison. */
  plain?: boolean;
  /** `false` to keep lines and names, for profiles. */
  minify?: boolean;
  /** Constants that are known when it is built: name → JavaScript. */
  define?: Record<string, string>;
}

const lean = (): BuildOptions => ({
  // ES modules of the AWS SDK can be tree-shaken, its CommonJS can't.
  mainFields: ['module', 'main'],
  plugins: [leaveOutUnused(), leaveOutErrors(), trustModels()],
  // `require` instead: `import('node:http')` looks at all that module has, and so loads Node's fetch, 25 ms.
  supported: { 'dynamic-import': false },
});

/** What `bundle` resolves with; the sizes are in the metafile. */
export type Bundled = BuildResult<{ metafile: true }>;

/**
 * Bundles each entry with all it needs into one minified CommonJS file for Lambda's Node 24, with a source map
 * beside it. The same sources give the same bytes. Rejects with esbuild's errors.
 */
export async function bundle({
  entries,
  outdir,
  plain = false,
  minify = true,
  define = {},
}: BundleOptions): Promise<Bundled> {
  return build({
    entryPoints: entries,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify,
    define,
    sourcemap: 'linked',
    metafile: true,
    legalComments: 'none',
    // Without this, every character beyond ASCII would be an escape of six bytes.
    charset: 'utf8',
    logLevel: 'warning',
    ...(plain ? {} : lean()),
  });
}
