import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = globSync('{*.md,{.github,docs,stand-ins,test}/**/*.md}', { cwd: root });
const WIDTH = 120;

const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const withoutCode = (page: string): string =>
  read(page)
    .replaceAll(/^ *```.*?^ *```/gms, '')
    .replaceAll(/`[^`\n]+`/g, '');

/** What GitHub makes of a heading to link to it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe.each(PAGES)('%s', (page) => {
  it(`should have no line longer than ${WIDTH}, where one can be broken`, () => {
    const prose = read(page)
      .replaceAll(/^ *```.*?^ *```/gms, '')
      .split('\n');
    const breakable = prose.filter(
      (line) => !/^\s*(\||#|!\[|<| {4})/.test(line) && /\S\s+\S+\s+\S/.test(line),
    );
    expect(breakable.filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('should name files that are there', () => {
    const named = [
      ...read(page).matchAll(
        /`((?:src|blocks|handlers|stand-ins|playground|test|bench|scripts|docs)\/[\w./-]+)`/g,
      ),
    ];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('should link to what is there', () => {
    const targets = [...withoutCode(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
    const broken = targets.filter(([, path = '', anchor]) => {
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});
