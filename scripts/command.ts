import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Runs before all else of the bundle, on whichever Node there is: hence its old JavaScript. That SQLite is experimental
 * in Node is nothing to tell whoever runs Groom.
 */
const FIRST = `#!/usr/bin/env node
var node = process.versions.node; if (parseInt(node, 10) < 24) { console.error('Groom needs Node 24 or newer; this is ' + node + '. Update Node: https://nodejs.org'); process.exit(78); } var warn = process.emitWarning; process.emitWarning = function (text, type) { if (type !== 'ExperimentalWarning') warn.apply(process, arguments); };
`;

/** Makes a bundle a command that says so where Node is too old for it. */
export function makeCommand(file: string): void {
  writeFileSync(file, FIRST + readFileSync(file, 'utf8'));
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  const lines = FIRST.split('\n').length - 1;
  writeFileSync(`${file}.map`, JSON.stringify({ ...map, mappings: ';'.repeat(lines) + map.mappings }));
  chmodSync(file, 0o755);
}
