import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { startPlaygroundServer } from '../../playground/server/start.ts';
import { startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import { startGroom, TOKENS } from '../../stand-ins/process/groom-process.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { localFolder } from '../sqlite/local-folder.ts';

/** Where pictures of a run are kept; `npm run screenshots` copies them for the README. */
const PICTURES = fileURLToPath(new URL('../../dist/screenshots', import.meta.url));

/** Chromium without its background traffic. `--no-sandbox`: CI runs as root, on our own pages only. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

const WIDE = { width: 1100, height: 760 };
export const PHONE = { width: 390, height: 760 };

/** The playground as `npm start` runs it, and a browser in front of it. */
export interface Playground {
  /** Somebody at a window of their own. */
  sit(member: string, viewport?: { width: number; height: number }): Promise<Seat>;
  close(): Promise<void>;
}

export async function openPlayground(executablePath: string): Promise<Playground> {
  const secrets = { signingSecret: 'signing-secret-of-the-browser-test', botToken: 'xoxb-browser-test' };
  // What Slack gives an app three seconds for may take longer while the rest of the tests has both processors.
  const slack = await startSlack({ ...secrets, ackTimeoutMs: 15_000, triggerLifeMs: 15_000 });
  const groom = await startLocalGroom({ ...secrets, slackApiUrl: slack.apiUrl, log: () => undefined });
  slack.deliverTo = groom.url;
  return playgroundOf(slack, executablePath, groom.close);
}

/** The same before the one process, which may be killed and started again. */
export async function openOneProcess(
  executablePath: string,
): Promise<Playground & { killAndStart(): Promise<void> }> {
  const slack = await startSlack({ ...TOKENS, signingSecret: 'signing-secret-of-the-browser-test' });
  const place = localFolder();
  let groom = startGroom({ slack, folder: place.folder });
  await groom.ready;
  const playground = await playgroundOf(slack, executablePath, async () => {
    await groom.stop();
    place.remove();
  });
  return {
    ...playground,
    async killAndStart() {
      await groom.kill();
      groom = startGroom({ slack, folder: place.folder });
      await groom.ready;
    },
  };
}

async function playgroundOf(
  slack: Slack,
  executablePath: string,
  closeGroom: () => Promise<void>,
): Promise<Playground> {
  const webRoot = fileURLToPath(new URL('../../playground/web/dist', import.meta.url));
  const server = await startPlaygroundServer({ slack, port: 0, webRoot });
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  return {
    async sit(member, viewport = WIDE) {
      const context = await browser.newContext({ viewport, deviceScaleFactor: 2, locale: 'en-GB' });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${server.url}?as=${member}&channel=planning`);
      await page.getByTestId('composer').waitFor();
      return new Seat(page);
    },
    async close() {
      await browser.close();
      await server.close();
      await closeGroom();
      await slack.close();
    },
  };
}

/** What a person does at a window: type, tap, look. */
export class Seat {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async type(text: string): Promise<void> {
    await this.page.getByTestId('composer').fill(text);
    await this.page.getByTestId('composer').press('Enter');
  }

  /** The newest message in the channel that everybody sees. */
  get message(): Locator {
    return this.page.getByTestId('message').last();
  }

  get whispers(): Locator {
    return this.page.getByTestId('ephemeral');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** Taps the button with this written on it; what screen readers say of it is longer. */
  async tap(label: string): Promise<void> {
    await this.message
      .getByRole('button')
      .filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) })
      .click();
  }

  async vote(card: string): Promise<void> {
    await this.message.getByRole('button', { name: `Vote ${card}`, exact: true }).click();
  }

  /** Chooses from the `⋯` menu of the message. */
  async choose(item: string): Promise<void> {
    await this.message.getByRole('button', { name: 'More actions', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async tapInDialog(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
  }

  /** Waits until the message says all of this. */
  async sees(...texts: string[]): Promise<void> {
    for (const text of texts) await this.message.getByText(text).first().waitFor();
  }

  async isTold(text: string): Promise<void> {
    await this.whispers.getByText(text).last().waitFor();
  }

  /** Dismisses the private lines, so that a picture shows the message. */
  async tidyUp(): Promise<void> {
    const dismiss = this.whispers.getByRole('button', { name: 'Dismiss' });
    while ((await dismiss.count()) > 0) await dismiss.first().click();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    // Not over a button: a hovered message is tinted.
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' });
  }
}
