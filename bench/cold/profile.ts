import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf } from './packages.ts';
import { startCold } from './start-process.ts';

/** What an init spends its time on: package or other cause, and its share from 0 to 1, the largest first. */
export interface Spending {
  on: string;
  share: number;
}

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  hitCount?: number;
  children?: number[];
  positionTicks?: { line: number; ticks: number }[];
}

const STARTS = 8;
const COMPILING = 'compiling';

/**
 * Profiles some cold starts of a bundle that is not minified: the lines of its source map tell which package's
 * code was running. Time within Node's own functions belongs to the package that called them.
 */
export async function profileInit(file: string, env: Record<string, string>): Promise<Spending[]> {
  const folder = mkdtempSync(join(tmpdir(), 'groom-bench-'));
  const args = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder];
  for (let start = 0; start < STARTS; start++) await startCold({ file }, env, args);

  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const hits = new Map<string, number>();
  for (const name of readdirSync(folder)) {
    const { nodes } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { nodes: ProfileNode[] };
    addHits(hits, nodes, file, map);
  }
  rmSync(folder, { recursive: true });
  const total = [...hits.values()].reduce((sum, count) => sum + count, 0);
  return [...hits].map(([on, count]) => ({ on, share: count / total })).sort((a, b) => b.share - a.share);
}

function addHits(hits: Map<string, number>, nodes: ProfileNode[], file: string, map: SourceMap): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const add = (on: string, count: number) => hits.set(on, (hits.get(on) ?? 0) + count);
  const packageAt = (line: number): string => {
    // The last mapping of the line, or of the lines before it.
    const entry = map.findEntry(line, Number.MAX_SAFE_INTEGER);
    // Lines of the bundler's own are where modules are first called, and so compiled.
    return 'originalSource' in entry && entry.originalSource ? packageOf(entry.originalSource) : COMPILING;
  };
  for (const node of nodes) {
    if (!node.hitCount) continue;
    let owner: ProfileNode | undefined = node;
    while (owner && !owner.callFrame.url.endsWith(file)) owner = byId.get(callers.get(owner.id) ?? 0);
    if (owner === node)
      for (const { line, ticks } of node.positionTicks ?? []) add(packageAt(line - 1), ticks);
    else if (owner) add(packageAt(owner.callFrame.lineNumber), node.hitCount);
    else if (isLoading(node, byId, callers)) add(COMPILING, node.hitCount);
  }
}

/** Reading the file and compiling it, as `require` does before the first line runs. */
function isLoading(node: ProfileNode, byId: Map<number, ProfileNode>, callers: Map<number, number>): boolean {
  for (let at: ProfileNode | undefined = node; at; at = byId.get(callers.get(at.id) ?? 0)) {
    if (at.callFrame.functionName === 'require') return true;
  }
  return false;
}
