import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlaygroundServer, startPlaygroundServer } from '../../playground/server/start.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { findChromium, skipWithoutChromium } from '../browser/chromium.ts';
import { type ScriptedApp, slackWithApp } from '../stand-ins/slack/scripted-app.ts';

const executablePath = findChromium();
skipWithoutChromium(executablePath);

const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const button = (action_id: string) => ({ type: 'button' as const, action_id, text: text(action_id) });
const HOME: HomeView = {
  type: 'home',
  blocks: [{ type: 'actions', elements: [button('Refresh')] }],
};
const FORM: ModalView = {
  type: 'modal',
  title: text('Estimate'),
  blocks: [{ type: 'section', text: text('Add SSO') }],
};
/** 2026-01-15, 17:00 in Berlin. */
const AT = Date.UTC(2026, 0, 15, 16) / 1000;

describe.skipIf(!executablePath)('The playground’s page', { timeout: 30_000 }, () => {
  let slack: Slack;
  let app: ScriptedApp;
  let client: WebClient;
  let server: PlaygroundServer;
  let browser: Browser;
  let page: Page;

  beforeEach(async () => {
    ({ slack, app, client } = await slackWithApp({ scopes: ['chat:write', 'files:write'] }));
    const webRoot = fileURLToPath(new URL('../../playground/web/dist', import.meta.url));
    server = await startPlaygroundServer({ slack, port: 0, webRoot });
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${server.url}?as=ada&channel=planning`);
    await page.getByTestId('composer').waitFor();
  });

  afterEach(async () => {
    await browser.close();
    await server.close();
  });

  it('should show the app’s Home tab, of which the app hears, and pass clicks on', async () => {
    await page.getByTestId('channel-Groom').click();
    await page.getByText('Groom has put nothing here yet.').waitFor();
    await slack.until(() => app.received.length > 0);
    expect(app.last().payload.event).toMatchObject({ type: 'app_home_opened', user: 'U0ADA', tab: 'home' });
    await client.views.publish({ user_id: 'U0ADA', view: HOME });
    await page.getByTestId('home').getByRole('button', { name: 'Refresh' }).click();
    await slack.until(() => app.last().payload.type === 'block_actions');
    expect(app.last().payload).toMatchObject({ view: { type: 'home' }, user: { id: 'U0ADA' } });
  });

  it('should show on the Messages tab what the app writes to that member', async () => {
    await client.chat.postMessage({ channel: 'U0ADA', text: 'Everyone has voted' });
    await client.chat.postMessage({ channel: 'U0BO', text: 'For Bo' });
    await page.getByTestId('channel-Groom').click();
    await page.getByTestId('tab-messages').click();
    await page.getByTestId('message').waitFor();
    expect(await page.getByTestId('message').allInnerTexts()).toEqual([
      expect.stringContaining('Everyone has voted'),
    ]);
    await slack.until(() => JSON.stringify(app.last().payload.event).includes('"messages"'));
  });

  it('should offer the app’s shortcuts at a message', async () => {
    app.answer = async ({ payload: { type, trigger_id } }) => {
      if (type === 'message_action') await client.views.open({ trigger_id: String(trigger_id), view: FORM });
      return {};
    };
    slack.as('bo').talk('Add SSO');
    await page.getByTestId('message').hover();
    await page.getByRole('button', { name: 'Message menu' }).click();
    await page.getByRole('menuitem', { name: 'Estimate this' }).click();
    await page.getByTestId('modal').getByText('Add SSO').waitFor();
    expect(app.last().payload).toMatchObject({ type: 'message_action', callback_id: 'estimate_this' });
  });

  it('should show how a file begins, and save it', async () => {
    await client.filesUploadV2({ channel_id: 'C0PLANNING', filename: 'history.csv', content: 'story,5\n' });
    const card = page.getByTestId('file');
    await card.getByText('story,5').waitFor();
    const saving = page.waitForEvent('download');
    await card.getByRole('link').click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('history.csv');
    expect(await readFile(await saved.path(), 'utf8')).toBe('story,5\n');
  });

  it('should write dates in the language and time zone of whoever looks', async () => {
    slack.setTimeZone('ada', 'Europe/Berlin');
    const date = `<!date^${AT}^{date_short} {time}|later>`;
    await client.chat.postMessage({ channel: 'C0PLANNING', text: `Until ${date}` });
    await page.getByText('Until Jan 15, 2026 5:00 PM').waitFor();
    await page.getByTestId('locale').selectOption('de-DE');
    await page.getByText('Until 15. Jan. 2026 17:00').waitFor();
  });

  it('should write words, digits and spaces in Slack’s font, whatever fonts the machine has', async () => {
    await client.chat.postMessage({ channel: 'C0PLANNING', text: 'Größe 13 de 30, ação `13`' });
    expect(await fontsOf('.message-text')).toEqual(['Lato', expect.not.stringMatching(/emoji/i)]);
  });

  /** The fonts that the browser draws an element and what is in it with, the most used first. */
  async function fontsOf(selector: string): Promise<string[]> {
    await page.locator(selector).waitFor();
    await page.evaluate('document.fonts.ready');
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts
      .toSorted((one, other) => other.glyphCount - one.glyphCount)
      .map(({ familyName }) => familyName);
  }
});
