import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  content: Buffer;
  type: string;
}

/** The file of the page at this path, `index.html` for `/`; `undefined` when there is none. */
export async function readStatic(root: string, pathname: string): Promise<StaticFile | undefined> {
  const base = resolve(root);
  const path = join(base, pathname === '/' ? 'index.html' : decoded(pathname));
  if (!path.startsWith(base + sep)) return undefined;
  try {
    return { content: await readFile(path), type: TYPES[extname(path)] ?? 'application/octet-stream' };
  } catch {
    return undefined;
  }
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
