import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium, skipWithoutChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
const browser = join(folder, 'chromium');
writeFileSync(browser, '');
chmodSync(browser, 0o755);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('The Chromium of the browser test', () => {
  it('should be the one that CHROMIUM_PATH names, which must exist', () => {
    expect(findChromium({ CHROMIUM_PATH: browser, PATH: '/nowhere' })).toBe(browser);
    expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(
      'there is no /nowhere/chromium',
    );
  });

  it('should else be looked for', () => {
    expect(findChromium({ PATH: `/nowhere${delimiter}${folder}` })).toBe(browser);
  });

  it('should be said to be missing; in CI that is an error', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    skipWithoutChromium(browser, { CI: 'true' });
    expect(warn).not.toHaveBeenCalled();
    skipWithoutChromium(undefined, {});
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('was NOT run'));
    expect(() => skipWithoutChromium(undefined, { CI: 'true' })).toThrow('was NOT run');
  });
});
