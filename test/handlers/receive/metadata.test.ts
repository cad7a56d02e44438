import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remembered } from '../../../handlers/receive/metadata.ts';
import { ref } from './payloads.ts';

describe('What a modal of a session remembers', () => {
  const context = { sessionId: ref.sessionId, channelId: 'C0', page: 2 };

  it.each([
    ['all of it', context, context],
    ['more than that', { ...context, story: 3 }, context],
    ['its team', { ...context, teamId: 'T0' }, { ...context, teamId: 'T0' }],
    ['a team that is none', { ...context, teamId: '../T1' }, context],
    ['no page', { ...context, page: undefined }, { ...context, page: 0 }],
    ['a page before the first', { ...context, page: -4 }, { ...context, page: 0 }],
    ['half a page', { ...context, page: 1.5 }, { ...context, page: 0 }],
    ['no session', { ...context, sessionId: undefined }, undefined],
    ['a session that is no text', { ...context, sessionId: {} }, undefined],
    ['a session that is none', { ...context, sessionId: '../x' }, undefined],
    ['a channel that is none', { ...context, channelId: '../C1' }, undefined],
    ['a list', [context], undefined],
    ['nothing', null, undefined],
  ])('%s', (_, metadata, expected) => {
    expect(remembered('session', JSON.stringify(metadata))).toEqual(expected);
  });

  it('should never throw', () => {
    fc.assert(fc.property(fc.string(), (metadata) => void remembered('session', metadata)));
    fc.assert(fc.property(fc.json(), (metadata) => void remembered('session', metadata)));
    expect(remembered('session', undefined)).toBeUndefined();
  });
});

describe('What a modal of a channel remembers', () => {
  it.each([
    ['where it was opened', 'https://hooks.slack.com/commands/1', 'https://hooks.slack.com/commands/1'],
    ['nothing of it', undefined, ''],
    ['an address that is none', 'x', ''],
    ['an address that no job can hold', `https://x/${'y'.repeat(2000)}`, ''],
  ])('%s', (_, given, responseUrl) => {
    const metadata = JSON.stringify({ channelId: 'C0', responseUrl: given });
    expect(remembered('channel', metadata)).toEqual({ channelId: 'C0', responseUrl });
  });
});
