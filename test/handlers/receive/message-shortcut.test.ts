import { describe, expect, it } from 'vitest';
import { messageShortcut } from '../../../handlers/receive/message-shortcut.ts';
import { readPayload } from '../../../handlers/receive/schemas.ts';
import { ADA, CHANNEL, TEAM } from '../../game/a-session.ts';

const TS = '1358546515.000008';
const ADDRESS = `https://acme.slack.com/archives/${CHANNEL}/p1358546515000008`;
const URL = 'https://hooks.slack.com/app/1';

const shortcut = (message: object, changes: object = {}) => ({
  type: 'message_action',
  callback_id: 'estimate_this',
  user: { id: ADA },
  team: { id: TEAM, domain: 'acme' },
  channel: { id: CHANNEL },
  message: { ts: TS, text: 'Add SSO', ...message },
  trigger_id: 'trigger',
  response_url: URL,
  ...changes,
});

function read(body: unknown) {
  const payload = readPayload(body);
  return payload && messageShortcut(payload);
}

describe('Estimate this', () => {
  it('should be read', () => {
    expect(read(shortcut({}))).toEqual({
      teamId: TEAM,
      channelId: CHANNEL,
      userId: ADA,
      userName: '',
      triggerId: 'trigger',
      responseUrl: URL,
      line: 'Add SSO',
      items: [],
      permalink: ADDRESS,
    });
  });

  // https://docs.slack.dev/reference/methods/chat.getPermalink
  it.each([
    ['the first of a thread', { thread_ts: TS }, ADDRESS],
    [
      'a reply',
      { ts: '1358546517.000230', thread_ts: TS },
      `https://acme.slack.com/archives/${CHANNEL}/p1358546517000230?thread_ts=${TS}&cid=${CHANNEL}`,
    ],
    ['a thread that makes no sense', { thread_ts: 'x&y' }, ADDRESS],
    ['a time that makes no sense', { ts: '../x' }, undefined],
  ])('should link to %s', (_, message, permalink) => {
    expect(read(shortcut(message))?.permalink).toBe(permalink);
  });

  it.each([undefined, {}, 'evil.example/x?', 'a.b', 7])('should link to no workspace named %j', (domain) => {
    expect(read(shortcut({}, { team: { id: TEAM, domain } }))).not.toHaveProperty('permalink');
  });

  it.each([
    ['an attachment’s title', { attachments: [{ title: 'Audit *log*', fallback: 'x' }] }, 'Audit log'],
    ['an attachment’s text', { attachments: [{ text: 'Audit log' }] }, 'Audit log'],
    ['a file’s title', { files: [{ title: 'plan.pdf', name: 'x' }] }, 'plan.pdf'],
    ['a file’s name', { files: [{ title: ' ', name: 'plan.pdf' }] }, 'plan.pdf'],
    [
      'a section',
      { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Audit *log*' } }] },
      'Audit log',
    ],
    [
      'a header',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Audit log' } }] },
      'Audit log',
    ],
    [
      'a rich text',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: 'Audit ' },
                  { type: 'link', url: 'https://a.test', text: 'log' },
                  { type: 'emoji', name: 'rocket' },
                ],
              },
            ],
          },
        ],
      },
      'Audit log:rocket:',
    ],
    [
      'the blocks of an attachment',
      {
        attachments: [
          { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Audit log' } }], fallback: 'x' },
        ],
      },
      'Audit log',
    ],
    ['blocks without words', { blocks: [{ type: 'divider' }, 7, null, { type: 'section' }] }, ''],
    ['nothing', {}, ''],
    ['what makes no sense', { attachments: [7], files: 'x' }, ''],
  ])('should take, without a text, %s', (_, message, line) => {
    expect(read(shortcut({ text: ' ', ...message }))?.line).toBe(line);
  });

  it.each(['This content can’t be displayed.', "This content can't be displayed", ''])(
    'should read what stands behind the placeholder %j',
    (text) => {
      const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Audit log' } }];
      expect(read(shortcut({ text, blocks }))?.line).toBe('Audit log');
    },
  );

  it('should be one story from its first line', () => {
    expect(read(shortcut({ text: '\nAdd SSO\nbecause of audits' }))).toMatchObject({
      line: 'Add SSO',
      items: [],
    });
  });

  it.each([
    '• Add SSO\n• *Audit* log',
    'Please:\n- Add SSO\n- Audit log\nthanks!',
    '1. Add SSO\n2. Audit log',
  ])('should be several, perhaps, where it is a list: %j', (text) => {
    expect(read(shortcut({ text }))?.items).toEqual(['Add SSO', 'Audit log']);
  });

  it.each([
    ['nobody’s', { user: {} }],
    ['in no channel', { channel: { id: '../C1' } }],
    ['on no message', { message: 'x' }],
    ['no team’s', { team: null }],
  ])('should not be one of ours when it is %s', (_, changes) => {
    expect(read(shortcut({}, changes))).toBeUndefined();
  });
});
