import { expect, it } from 'vitest';
import { slipIn } from '../../../handlers/commands/slips.ts';

it.each([
  ['vote 5 points', 'vote 5', 'always'],
  ['vote: 5', 'vote 5', 'always'],
  ['Voted 5', 'vote 5', 'always'],
  ['v 5', 'vote 5', 'always'],
  ['my vote: 5', 'vote 5', 'always'],
  ['my vote is XL', 'vote XL', 'always'],
  ['vote 5, it is big', 'vote 5', 'always'],
  ['agree: 8', 'agree 8', 'always'],
  ['agree 8 then', 'agree 8', 'always'],
  ['reveal now', 'reveal', 'hosting'],
  ['Reveal!', 'reveal', 'hosting'],
  ['reveal the votes', 'reveal', 'hosting'],
  ['next story', 'next', 'hosting'],
  ['again please', 'again', 'hosting'],
  ['end it', 'end', 'hosting'],
  ['leave this', 'leave', 'joined'],
  ['join us', 'join', 'joined'],
  ['histroy', 'history', 'always'],
  ['setings', 'settings', 'always'],
  ['Reveall', 'reveal', 'always'],
  ['hlep', 'help', 'always'],
  ['5', 'vote 5', { card: '5' }],
  ['XL', 'vote XL', { card: 'XL' }],
  ['?', 'vote ?', { card: '?' }],
  ['5 because of the migration', 'vote 5', { card: '5' }],
  ['5: migration', 'vote 5', { card: '5' }],
  ['5, because', 'vote 5', { card: '5' }],
  [':coffee:', 'vote ☕', { card: '☕' }],
  ['Login', 'vote Login', { card: 'Login' }],
])('%j may be %s, %j', (text, command, when) => {
  expect(slipIn(text)).toEqual({ command, when });
});

it.each([
  'Next generation of the importer',
  'End to end tests for the importer',
  'Vote on the colour of the shed',
  'Agree with legal on the terms',
  'Add SSO login',
  ':rocket: Ship it 1:100:5',
  'https://tracker.test/PROJ-1 Add SSO',
  '5 new importers',
  '2FA for admins',
  `vote 5 ${'x'.repeat(1500)}`,
])('%j is a title', (text) => {
  expect(slipIn(text)).toBeUndefined();
});
