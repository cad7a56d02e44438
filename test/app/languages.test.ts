import { describe, expect } from 'vitest';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import { inOwnWorkspace, alone as it } from './it.ts';
import { accepted, gather, openRoom, type Room } from './room.ts';
import { labels } from './shown.ts';
import type { TestWorkspace } from './workspace.ts';

/** Where Slack tells people’s languages. */
const allowed = inOwnWorkspace({ slack: { scopes: ['commands', 'chat:write', 'users:read'] } });
const oneContainer = inOwnWorkspace({ groom: { containers: 1 } });

/** The channel agrees on a language, in its settings. */
async function agreeOn(room: Room, language: string, person: Person = room.eve): Promise<void> {
  accepted(await person.command('/groom settings'));
  accepted(await person.submit({ language }));
  await room.rest();
}

/** How often Slack was asked about somebody. */
const asked = (w: TestWorkspace, userId: string): number =>
  w.slack.traffic.filter(
    ({ name, request }) => name === 'users.info' && JSON.stringify(request).includes(userId),
  ).length;

describe('The channel’s message', () => {
  it.for([
    ['de', 'Aufdecken', /Noch keine Stimmen/, /Stimmen: 2/, /Konsens: 5/, 'Beenden'],
    ['es', 'Revelar', /Aún no hay votos/, /Votos: 2/, /Consenso: 5/, 'Terminar'],
    ['fr', 'Révéler', /Aucun vote/, /Votes\s: 2/, /Consensus\s: \*?5/, 'Terminer'],
    ['pt', 'Revelar', /Ainda sem votos/, /Votos: 2/, /Consenso: 5/, 'Encerrar'],
    ['ja', '公開', /まだ投票はありません/, /2人が投票済み/, /一致: 5/, '終了'],
  ] as const)('should be in its language from the post to the summary: %s', async (of, { room }) => {
    const [language, reveal, noVotes, progress, consensus, end] = of;
    await agreeOn(room, language);
    await room.groom('Add SSO login');
    expect(await room.shows()).toMatch(noVotes);
    expect(await room.text()).toMatch(noVotes);
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.shows()).toMatch(progress);
    expect(await room.text()).toMatch(progress);
    await room.click(room.ada, reveal);
    expect(await room.shows()).toMatch(consensus);
    expect(await room.text()).not.toMatch(/consensus on|agree/);
    await room.click(room.ada, end);
    expect(await room.shows()).not.toMatch(/Estimation done|With/);
    for (const { blocks } of room.sent()) expect(validateBlocks(blocks)).toEqual([]);
  });

  it('should stay in the language in which it began', async ({ room }) => {
    await room.groom('Add SSO login');
    await agreeOn(room, 'de');
    await room.click(room.bo, '5');
    expect(await room.shows()).toContain('1 voted');
    await room.groom('Audit log');
    expect(await room.shows()).toContain('Noch keine Stimmen');
  });

  it('should be the channel’s own, and no other channel’s', async ({ room, w }) => {
    await agreeOn(room, 'de');
    const other = openRoom(w);
    await other.groom('Add SSO login');
    expect(await other.shows()).toContain('No votes yet');
  });

  allowed('should not depend on who looks at it, or acts', async ({ room, w }) => {
    w.slack.setLocale('ada', 'ja-JP');
    w.slack.setLocale('bo', 'de-DE');
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.shows()).toContain('2 voted');
  });
});

describe('Private lines, where Slack tells people’s languages', () => {
  allowed('should be in the reader’s, on one and the same message', async ({ room, w }) => {
    w.slack.setLocale('bo', 'de-DE');
    w.slack.setLocale('cy', 'pt-BR');
    w.slack.setLocale('dee', 'ja-JP');
    await room.groom('Add SSO login');
    await room.vote({ ada: '3', bo: '5', cy: '8', dee: '13' });
    expect(await room.lastTold(room.bo)).toContain('Du hast bei Add SSO login *5* gewählt');
    expect(await room.lastTold(room.cy)).toContain('Você votou *8* em Add SSO login');
    expect(await room.lastTold(room.dee)).toContain('Add SSO login に *13* で投票しました');
    expect(room.told(room.ada)[0]).toContain('You voted *3* on Add SSO login');
    await room.click(room.bo, 'Reveal');
    expect(await room.lastTold(room.bo)).toContain('<@U0ADA>');
    expect(await room.lastTold(room.bo)).not.toContain('Only');
  });

  allowed('should be so for what is wrong with a command, and for help', async ({ room, w }) => {
    w.slack.setLocale('bo', 'es-ES');
    accepted(await room.bo.command('/groom --until soon Add SSO'));
    expect(await room.lastTold(room.bo)).toMatch(/No entiendo.*soon/);
    accepted(await room.bo.command('/groom help'));
    expect(await room.lastTold(room.bo)).not.toContain('How to estimate');
  });

  allowed('should be so for windows, once Groom knows the person', async ({ room, w }) => {
    w.slack.setLocale('ada', 'fr-FR');
    await room.groom('Add SSO login');
    await room.click(room.ada, '5');
    accepted(await room.ada.command('/groom'));
    expect(JSON.stringify(room.ada.view.view)).not.toContain('New estimation');
    accepted(await room.ada.submit({ stories: '\u200b' }));
    expect(room.ada.view.errors?.stories).not.toMatch(/Please/);
    expect(await room.shows()).toContain('1 voted');
  });

  allowed('should be so for what the creator is told without having tapped', async ({ room, w }) => {
    w.slack.setLocale('ada', 'de-AT');
    await gather(room, 'Add SSO login', room.bo);
    await room.vote({ bo: '5', cy: '5' });
    expect(room.told(room.ada)).toEqual([
      'Alle haben über Add SSO login abgestimmt. Du kannst jetzt aufdecken.',
    ]);
  });

  allowed('should be in the channel’s, if Groom does not speak theirs', async ({ room, w }) => {
    await agreeOn(room, 'de');
    w.slack.setLocale('bo', 'nl-NL');
    await room.groom('Add SSO login');
    await room.click(room.bo, '5');
    expect(await room.lastTold(room.bo)).toContain('Du hast');
  });

  allowed('should ask Slack once about a person, however often they act', async ({ room, w }) => {
    await room.groom('Add SSO login');
    for (const card of ['1', '2', '3', '5']) await room.click(room.bo, card);
    expect(asked(w, 'U0BO')).toBe(1);
  });

  allowed('should come in the channel’s language while Slack does not answer', async ({ room, w }) => {
    w.slack.setLocale('bo', 'de-DE');
    await room.groom('Add SSO login');
    w.slack.failNext('users.info', { error: 'internal_error' });
    await room.click(room.bo, '5');
    expect(await room.lastTold(room.bo)).toContain('You voted *5*');
    await room.click(room.bo, '8');
    expect(await room.lastTold(room.bo)).toContain('Du hast');
  });
});

describe('Private lines, where Slack does not tell', () => {
  it('should be in the channel’s language', async ({ room, w }) => {
    await agreeOn(room, 'de');
    w.slack.setLocale('bo', 'ja-JP');
    await room.groom('Add SSO login');
    await room.click(room.bo, '5');
    expect(await room.lastTold(room.bo)).toContain('Du hast bei Add SSO login *5* gewählt');
    accepted(await room.bo.command('/groom --deck planets x'));
    expect(await room.lastTold(room.bo)).not.toContain('I don’t know');
    await room.choose(room.ada, 'Verwalten …');
    expect(room.modal(room.ada)).not.toContain('Stories\n');
  });

  oneContainer('should be asked for once in a while only, not with every line', async ({ room, w }) => {
    await room.groom('Add SSO login');
    for (const person of [room.ada, room.bo, room.cy, room.dee]) await room.click(person, '5');
    expect(w.slack.traffic.filter(({ name }) => name === 'users.info')).toHaveLength(1);
    expect(w.log.join('\n')).not.toContain('missing_scope');
  });
});

describe('Languages to choose from', () => {
  it('should stand there in their own words', async ({ room }) => {
    accepted(await room.ada.command('/groom settings'));
    const blocks = JSON.parse(JSON.stringify(room.ada.view.view.blocks));
    const { element } = blocks.find(({ block_id = '' }) => block_id === 'language');
    expect(labels(element)).toEqual(['English', 'Español', 'Deutsch', 'Français', 'Português', '日本語']);
  });
});
