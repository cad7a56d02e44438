import { describe, expect, it } from 'vitest';
import { modalEvent } from '../../../handlers/receive/modal-event.ts';
import { readPayload } from '../../../handlers/receive/schemas.ts';
import { actionTs } from '../../../src/time.ts';
import { ADA, CHANNEL, TEAM } from '../../game/a-session.ts';
import { context, modal, NOW, now } from './payloads.ts';

function read(body: unknown) {
  const payload = readPayload(body);
  return payload && modalEvent(payload, 'session', now);
}

describe('What happens in a modal', () => {
  it('should be read', () => {
    expect(read(modal())).toMatchObject({
      actor: { userId: ADA, teamId: TEAM, channelId: CHANNEL, at: actionTs(NOW) },
      context,
      viewId: 'V1',
      view: 'people',
    });
    expect(read(modal())).not.toHaveProperty('previousViewId');
  });

  it.each([
    ['nobody’s', { user: {} }],
    ['in no view', { view: undefined }],
    ['in a view of another app', { view: { id: 'V1', private_metadata: 'x' } }],
    ['in a view without an id', { view: { private_metadata: JSON.stringify(context) } }],
  ])('should not be one of ours when it is %s', (_, changes) => {
    expect(read(modal(changes))).toBeUndefined();
  });
});
