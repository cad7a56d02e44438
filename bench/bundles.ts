import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Bundled, bundle } from '../scripts/bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.cache/bench`;

/** The functions, each as one CommonJS file. Not in `dist/`, which another build may replace meanwhile. */
export interface Bundles {
  /** As they are deployed. */
  ours: Built;
  /** The same sources, with esbuild's own defaults: nothing left out, nothing preferred. */
  plain: Built;
  /** Ours, not minified: for profiles. */
  readable: { slack: string };
  naive: { slack: string };
  /** A handler that does nothing. */
  empty: { slack: string };
  /** The libraries alone, bundled plainly. */
  libraries: { slack: string };
}

export interface Built {
  slack: string;
  publish: string;
  metafile: Bundled['metafile'];
}

export async function buildBundles(): Promise<Bundles> {
  const entries = { slack: `${root}handlers/lambda/slack.ts`, publish: `${root}handlers/lambda/publish.ts` };
  const built = async (name: string, plain: boolean): Promise<Built> => {
    const outdir = outputFolder(name);
    const { metafile } = await bundle({ entries, outdir, plain });
    return { slack: `${outdir}/slack.js`, publish: `${outdir}/publish.js`, metafile };
  };
  const [ours, plain] = await Promise.all([built('ours', false), built('plain', true)]);
  const [naive, readable] = [outputFolder('naive'), outputFolder('readable')];
  // It uses one of Bolt's own receivers, which our bundles leave out.
  await bundle({ entries: { slack: `${root}bench/naive/slack.ts` }, outdir: naive, plain: true });
  await bundle({ entries: { slack: entries.slack }, outdir: readable, minify: false });
  const empty = outputFolder('empty');
  writeFileSync(`${empty}/slack.js`, 'exports.handler = async () => ({ statusCode: 200 });\n');
  const slackIn = (outdir: string) => ({ slack: `${outdir}/slack.js` });
  const libraries = outputFolder('libraries');
  await bundle({ entries: { slack: `${root}bench/cold/libraries.ts` }, outdir: libraries, plain: true });
  return {
    ours,
    plain,
    readable: slackIn(readable),
    naive: slackIn(naive),
    empty: slackIn(empty),
    libraries: slackIn(libraries),
  };
}

function outputFolder(name: string): string {
  const path = `${folder}/${name}`;
  mkdirSync(path, { recursive: true });
  // The repository is ESM; these files aren't.
  writeFileSync(`${path}/package.json`, '{ "type": "commonjs" }\n');
  return path;
}
