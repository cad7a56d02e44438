import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, skipWithoutChromium } from './chromium.ts';
import { openPlayground, PHONE, type Playground, type Seat } from './playground.ts';

const chromium = findChromium();
skipWithoutChromium(chromium);

describe.skipIf(!chromium)('Three people in a browser, one of them on a phone', () => {
  let playground: Playground;
  let ada: Seat;
  let bo: Seat;
  let cy: Seat;

  beforeAll(async () => {
    playground = await openPlayground(chromium ?? '');
    [ada, bo, cy] = await Promise.all([
      playground.sit('ada'),
      playground.sit('bo'),
      playground.sit('cy', PHONE),
    ]);
  });

  afterAll(() => playground?.close());

  it('should gather in a lobby', async () => {
    await ada.type('/groom');
    await ada.dialog.getByLabel('Stories').fill('Add SSO login\nAudit log\nDark mode');
    await ada.dialog.getByLabel('Gather people first').check();
    await ada.picture('form');
    await ada.tapInDialog('Start');
    await ada.sees('Add SSO login', 'Story 1 of 3', 'Nobody has joined yet');
    await bo.tap('Join');
    await cy.tap('Join');
    await ada.sees('2 joined', '@Bo', '@Cy');
    expect(await bo.message.getByRole('button', { name: 'Vote 5' }).count()).toBe(0);
    await bo.tap('Start voting');
    await bo.isTold('Only @Ada can start the vote.');
    await ada.picture('lobby');
  });

  it('should vote in secret and agree at once', async () => {
    await ada.tap('Start voting');
    await ada.sees('No votes yet');
    await bo.vote('5');
    await bo.isTold('You voted 5 on Add SSO login.');
    await ada.sees('1 of 2 voted', 'waiting for');
    expect(await ada.whispers.getByText('You voted').count()).toBe(0);
    await bo.tidyUp();
    await bo.picture('voting');
    await cy.picture('voting-phone');
    await cy.vote('5');
    await ada.vote('5');
    await ada.sees('Everyone has voted');
    await bo.tap('Reveal');
    await bo.isTold('Only @Ada can reveal this one.');
    await ada.tap('Reveal');
    await ada.sees('Consensus: 5', 'all 3 agree', 'Estimate: 5');
    await ada.picture('consensus');
  });

  it('should differ, talk, and vote again', async () => {
    await ada.tap('Next story');
    await bo.sees('Audit log', 'Story 2 of 3');
    await Promise.all([ada.vote('5'), bo.vote('3'), cy.vote('13')]);
    await ada.sees('Everyone has voted');
    await ada.tap('Reveal');
    await cy.sees('Median 5', 'average 7', 'spread 3–13', 'would you each say why?');
    await ada.tidyUp();
    await cy.tidyUp();
    await ada.picture('result');
    await cy.picture('result-phone');
    await ada.tap('Vote again');
    await bo.sees('round 2', 'Round 1: 3–13, median 5');
    await Promise.all([ada.vote('8'), bo.vote('8'), cy.vote('8')]);
    await ada.sees('Everyone has voted');
    await ada.tap('Reveal');
    await ada.sees('Consensus: 8', 'Round 1: 3–13');
  });

  it('should let one watch, and hand the session over', async () => {
    await ada.tap('Next story');
    await cy.sees('Dark mode');
    await cy.choose('Just watching');
    await cy.isTold('You are just watching now.');
    await ada.sees('watching:');
    await ada.choose('Manage…');
    await ada.picture('manage');
    await ada.dialog.getByLabel('Hand over to').fill('Bo');
    await ada.page.getByRole('option', { name: /Bo/ }).click();
    await ada.tapInDialog('Save');
    await bo.sees('hosted by');
    await ada.vote('2');
    await bo.vote('3');
    await ada.sees('Everyone has voted', '@Bo');
    await ada.tap('Reveal');
    await ada.isTold('Only @Bo can reveal this one.');
    await bo.tap('Reveal');
    await bo.sees('Median 2.5');
    await bo.tap('Agree on 3');
    await bo.sees('Estimate: 3');
  });

  it('should end with a summary', async () => {
    await bo.tap('End');
    await ada.sees('Estimation done', '16 points', '3 stories', 'Dark mode', '(2 rounds)');
    expect(await ada.page.getByTestId('message').count()).toBe(1);
    await ada.tidyUp();
    await cy.tidyUp();
    await ada.picture('summary');
    await cy.picture('summary-phone');
  });

  it('should say why, and see the votes revealed by themselves', async () => {
    await ada.type(
      '/groom --lobby --auto-reveal --reasons --until 2h https://tracker.test/PROJ-12 Rate limits',
    );
    await bo.sees('Rate limits');
    await bo.tap('Join');
    await ada.sees('1 joined');
    await ada.tap('Start voting');
    await cy.sees('Rate limits', 'until', 'at');
    const link = cy.message.getByRole('link', { name: 'Rate limits' });
    expect(await link.getAttribute('href')).toBe('https://tracker.test/PROJ-12');
    // In each reader's own time zone.
    expect(await cy.message.innerText()).toMatch(/until \u200b\d{4}-\d\d-\d\d at \d/);
    await bo.vote('5');
    await bo.whispers.getByRole('button', { name: 'Add why' }).last().click();
    await bo.dialog.getByLabel('Your reason for 5').fill('Not new to us');
    await bo.tapInDialog('Save');
    await bo.isTold('Your reason goes with your 5');
    await cy.vote('8');
    await ada.sees('Everyone has voted', 'Revealing in a moment');
    await ada.sees('Median 6.5', 'Not new to us', 'would you say why?');
  });
});
