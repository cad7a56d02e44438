import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findChromium, skipWithoutChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
const browser = join(folder, 'chromium');
writeFileSync(browser, '');
chmodSync(browser, 0o755);

afterEach(() => {
  vi.restoreAllMocks();
});

test('CHROMIUM_PATH comes first, and must exist', () => {
  expect(findChromium({ CHROMIUM_PATH: browser, PATH: '/nowhere' })).toBe(browser);
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow('there is no /nowhere/chromium');
});

test('else it is looked for', () => {
  expect(findChromium({ PATH: `/nowhere${delimiter}${folder}` })).toBe(browser);
});

test('without one, one is told; in CI it is an error', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  skipWithoutChromium(browser, { CI: 'true' });
  expect(warn).not.toHaveBeenCalled();
  skipWithoutChromium(undefined, {});
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('was NOT run'));
  expect(() => skipWithoutChromium(undefined, { CI: 'true' })).toThrow('was NOT run');
});
