import { type BuildResult, build } from 'esbuild';
import { leaveOutUnused } from './leave-out.ts';
import { trustModels } from './trust-models.ts';

export interface BundleOptions {
  /** Output name → source file. */
  entries: Record<string, string>;
  outdir: string;
  /** As esbuild does it by default, without any of what makes it lean. For comparison. */
  plain?: boolean;
  /** `false` to keep lines and names, for profiles. */
  minify?: boolean;
}

/** What `bundle` resolves with: nothing written is read back, sizes come from the metafile. */
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
}: BundleOptions): Promise<Bundled> {
  return build({
    entryPoints: entries,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify,
    sourcemap: 'linked',
    metafile: true,
    legalComments: 'none',
    // Six languages as they are written, not as \u escapes of six bytes a character.
    charset: 'utf8',
    logLevel: 'warning',
    // The AWS SDK's ES modules shake; its CommonJS doesn't.
    ...(plain ? {} : { mainFields: ['module', 'main'], plugins: [leaveOutUnused(), trustModels()] }),
  });
}
