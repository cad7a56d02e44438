import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names on the `PATH`, and places where installers put it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

type Environment = Record<string, string | undefined>;

/**
 * The path of a Chromium, Chrome or Edge on this machine: `CHROMIUM_PATH` if it is set, else what is installed;
 * undefined if there is none. Throws if `CHROMIUM_PATH` names no file.
 */
export function findChromium(environment: Environment = process.env): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = environment;
  if (CHROMIUM_PATH) {
    if (!existsSync(CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH: there is no ${CHROMIUM_PATH}`);
    return CHROMIUM_PATH;
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
  const onWindows = roots.flatMap((root) => (root ? windowsPlaces.map((place) => join(root, place)) : []));
  return [...onPath, ...places, ...onWindows].find((file) => existsSync(file));
}

/** Says that the browser test can't run for want of a Chromium. Throws with `CI=true`, where it must run. */
export function skipWithoutChromium(
  chromium: string | undefined,
  environment: Environment = process.env,
): void {
  if (chromium) return;
  const message =
    'The browser test was NOT run: there is no Chromium, Chrome or Edge. Install one, or set CHROMIUM_PATH.';
  if (environment.CI === 'true') throw new Error(message);
  console.warn(`\n${message}\n`);
}
