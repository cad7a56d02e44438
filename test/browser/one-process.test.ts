import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, skipWithoutChromium } from './chromium.ts';
import { openOneProcess, type Seat } from './playground.ts';

const chromium = findChromium();
skipWithoutChromium(chromium);

describe.skipIf(!chromium)('Three stories in a browser, before the one process', () => {
  let playground: Awaited<ReturnType<typeof openOneProcess>>;
  let ada: Seat;
  let bo: Seat;

  beforeAll(async () => {
    playground = await openOneProcess(chromium ?? '');
    [ada, bo] = await Promise.all([playground.sit('ada'), playground.sit('bo')]);
  });
  afterAll(() => playground?.close());

  async function estimate(card: string, allIn = 'Everyone has voted'): Promise<void> {
    await ada.vote(card);
    await bo.vote(card);
    await ada.sees(allIn);
    await ada.tap('Reveal');
    await ada.sees(`Estimate: ${card}`);
  }

  it('should go on where they were when it is killed in the middle, and end with all three', async () => {
    await ada.type('/groom');
    await ada.dialog.getByLabel('Stories').fill('Add SSO login\nAudit log\nDark mode');
    await ada.tapInDialog('Start');
    await ada.sees('Add SSO login', 'Story 1 of 3');
    await bo.vote('5');
    await bo.isTold('You voted 5 on Add SSO login.');
    await playground.killAndStart();
    await ada.sees('Add SSO login', '@Bo');
    await estimate('5', '2 voted');
    await ada.tap('Next story');
    await ada.sees('Audit log');
    await estimate('3');
    await ada.tap('Next story');
    await ada.sees('Dark mode');
    await estimate('8');
    await ada.tap('End');
    await bo.sees('Estimation done', '16 points', '3 stories', 'Dark mode');
    expect(await bo.page.getByTestId('message').count()).toBe(1);
  });
});
