import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import rules from '../../import-rules.config.ts';

const type = (target: string) => `import type { Planted } from '${target}'; export type Own = Planted;`;
const value = (target: string) => `import { planted } from '${target}'; export const own = planted;`;

const AROUND = ['stand-ins', 'playground', 'scripts', 'bench', 'test'];
const ROOMS = [
  'src/game',
  'src/ports',
  'src/play',
  'src/publish',
  'src/aws',
  'src/sqlite',
  'blocks',
  'handlers/host',
  'handlers/lambda',
  'handlers/process',
  ...AROUND,
];

/** A file that imports what its room may not, and the rule that must find it. */
const PLANTED = [
  ['src/game/a.ts', type('../ports/chat.ts'), 'src/game may import'],
  ['src/game/b.ts', `export type Own = import('../ports/chat.ts').Planted;`, 'src/game may import'],
  ['src/game/c.ts', `export type { Planted } from '../ports/chat.ts';`, 'src/game may import'],
  ['src/game/d.ts', value('ulid'), 'src/game may import'],
  ['src/game/e.ts', value('node:crypto'), 'what decides and draws needs nothing of Node'],
  ['src/time.ts', type('./game/planted.ts'), 'src/time.ts may import'],
  ['src/ports/a.ts', type('../play/planted.ts'), 'src/ports may import'],
  ['src/play/a.ts', `export const own = () => import('../publish/planted.ts');`, 'src/play may import'],
  ['src/play/b.ts', type('@aws-sdk/client-dynamodb'), 'src/play may import'],
  ['src/publish/a.ts', type('../../blocks/planted.ts'), 'src/publish may import'],
  ['src/export/a.ts', type('../ports/chat.ts'), 'src/export may import'],
  ['src/aws/a.ts', type('../play/planted.ts'), 'src/aws may import'],
  ['src/aws/b.ts', value('@aws-sdk/client-ssm'), 'src/aws may import'],
  ['src/sqlite/a.ts', type('../aws/planted.ts'), 'src/sqlite may import'],
  ['src/sqlite/b.ts', type('@aws-sdk/client-dynamodb'), 'src/sqlite may import'],
  ['src/slack/a.ts', type('@slack/bolt'), 'src/slack may import'],
  ['src/slack/b.ts', type('electrodb'), 'src/slack may import'],
  ['src/unheard-of/a.ts', type('../ports/chat.ts'), 'every room has its line'],
  ['blocks/a.ts', type('../src/ports/planted.ts'), 'blocks may import'],
  ['blocks/b.ts', value('../src/ports/chat.ts'), 'of the ports, blocks see types alone'],
  ['blocks/c.ts', type('../test/planted.ts'), 'blocks may import'],
  ['handlers/a.ts', type('../src/aws/planted.ts'), 'handlers may import'],
  ['handlers/b.ts', value('@slack/web-api'), 'handlers may import'],
  ['handlers/c.ts', type('./lambda/planted.ts'), 'nobody imports handlers/lambda'],
  ['handlers/d.ts', type('./host/planted.ts'), 'only hosts share handlers/host'],
  ['handlers/host/a.ts', type('../../src/aws/planted.ts'), 'handlers/host may import'],
  ['handlers/lambda/c.ts', type('../process/planted.ts'), 'nobody imports handlers/process'],
  ['handlers/process/a.ts', type('../../src/aws/planted.ts'), 'handlers/process may import'],
  ['handlers/lambda/a.ts', value('@aws-sdk/client-ssm'), 'handlers/lambda may import'],
  ['handlers/lambda/b.ts', value('../../stand-ins/planted.ts'), 'handlers/lambda may import'],
  ['stand-ins/a.ts', type('../src/game/planted.ts'), 'stand-ins may import'],
  ['stand-ins/b.ts', type('../playground/planted.ts'), 'stand-ins may import'],
  [
    'playground/web/a.tsx',
    `${type('../../src/game/planted.ts')} export const b = <b />;`,
    'playground may import',
  ],
  ['scripts/a.ts', type('../test/planted.ts'), 'scripts may import'],
  ['bench/a.ts', type('../playground/planted.ts'), 'bench may import'],
  ['test/a.ts', type('./b.ts'), 'no circles'],
] as const;

describe('The import rules', () => {
  it('should find what is planted against each of them, types alone included, and nothing else', async () => {
    const baseDir = mkdtempSync(join(tmpdir(), 'import-rules-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(baseDir, file)), { recursive: true });
      writeFileSync(join(baseDir, file), text);
    };
    symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(baseDir, 'node_modules'));
    for (const room of ROOMS)
      write(`${room}/planted.ts`, 'export const planted = 1; export type Planted = 1;');
    write('src/ports/chat.ts', type('@slack/types'));
    write('src/play/allowed.ts', value('ulid'));
    write('test/b.ts', type('./a.ts'));
    for (const [file, text] of PLANTED) write(file, text);

    const options = { ...rules.options, baseDir, validate: true, ruleSet: rules };
    const { output } = await cruise(['src', 'blocks', 'handlers', ...AROUND], options);
    const { violations } = (output as ICruiseResult).summary;
    const found = violations.map(({ from, rule }) => `${from}: ${rule.name.split(':')[0]}`);
    expect(found.sort()).toEqual(PLANTED.map(([file, , rule]) => `${file}: ${rule}`).sort());
  });
});
