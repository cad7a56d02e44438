import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refValue } from '../../../blocks/ids.ts';
import { messageClick } from '../../../handlers/receive/click.ts';
import { typedIn } from '../../../handlers/receive/inputs.ts';
import { modalEvent } from '../../../handlers/receive/modal-event.ts';
import { readPayload } from '../../../handlers/receive/schemas.ts';
import { isActionTs } from '../../../src/time.ts';
import { ADA } from '../../game/a-session.ts';
import { click, context, modal, now, ref } from './payloads.ts';

describe('Whatever a payload holds', () => {
  const keys = fc.constantFrom(
    ...[
      'user',
      'team',
      'view',
      'actions',
      'container',
      'channel',
      'message',
      'state',
      'values',
      'id',
      'value',
    ],
    ...[
      'blocks',
      'elements',
      'text',
      'block_id',
      'selected_option',
      'private_metadata',
      'action_ts',
      '__proto__',
    ],
    ...['toString', 'constructor', 'hasOwnProperty', 'length'],
  );
  const texts = fc.constantFrom('title', ADA, refValue(ref), JSON.stringify(context), '__proto__', '');
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { depthSize: 'small' },
      texts,
      fc.jsonValue(),
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.dictionary(keys, tie('anything'), { maxKeys: 6 }),
    ),
  }));
  const changed = fc.dictionary(keys, anything, { maxKeys: 4 });

  it('should be read without a throw, and never with a hole', () => {
    fc.assert(
      fc.property(anything, changed, changed, (body, click_, modal_) => {
        for (const one of [body, click(click_)]) {
          const payload = readPayload(one);
          const read = payload && messageClick(payload, now);
          if (!read) continue;
          const { at, userId, teamId, channelId, messageTs, title } = read;
          expect(isActionTs(at)).toBe(true);
          for (const text of [userId, teamId, channelId, messageTs]) expect(text).toMatch(/./su);
          // Empty where the message shows none: private lines have words for that.
          expect(title).toBeTypeOf('string');
        }
        for (const one of [body, modal(modal_)]) {
          const payload = readPayload(one);
          const read = payload && modalEvent(payload, 'session', now);
          if (!read) continue;
          const { actor, viewId, form } = read;
          for (const text of [actor.userId, actor.teamId, viewId]) expect(text).toMatch(/./su);
          expect(typedIn(form, 'title')).toBeTypeOf('string');
        }
      }),
      { numRuns: 500 },
    );
  });
});
