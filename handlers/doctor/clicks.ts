import { ACTIONS, VIEWS } from '../../blocks/ids.ts';
import { doctorModal } from '../../blocks/modals/doctor.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { JobOf } from '../../src/ports/job.ts';
import type { Millis } from '../../src/time.ts';
import { replies } from '../answer.ts';
import { openModal } from '../open-modal.ts';
import { type Interaction, inChannel } from '../receive/interaction.ts';
import { lineClick } from '../receive/line-click.ts';
import { modalEvent } from '../receive/modal-event.ts';
import { onlyOurs } from '../receive/only-ours.ts';
import type { BoltApp, Received } from '../receive/receiver.ts';
import type { Payload } from '../receive/schemas.ts';
import { placesIn } from './places.ts';

interface Seen {
  where: Interaction;
  /** What the payload says of places. */
  places: string[];
  messageTs: string;
}

/** The buttons and the modal of `/groom doctor`. Whoever the operator hasn't named is none of ours. */
export function registerDoctor(app: BoltApp, deps: Deps): void {
  const { queue } = deps;
  const expected = (read: (payload: Payload) => Interaction | undefined) => ({
    what: 'a click of the doctor’s',
    read(payload: Payload, _: Millis | undefined, raw: Received['raw']): Seen | undefined {
      const where = read(payload);
      if (!where || !deps.admins?.has(where.userId)) return undefined;
      const clicked = payload.kind === 'messageClick' ? payload.body.container?.message_ts : undefined;
      return { where, places: placesIn(raw), messageTs: clicked ?? '' };
    },
  });
  const onMessage = expected((payload) => lineClick(payload, deps.now));
  const inModal = expected((payload) => {
    const event = modalEvent(payload, 'channel', deps.now);
    return event && inChannel(event);
  });
  const say = (about: string) => async (seen: Seen) => {
    await queue.send(replies(seen.where, { kind: 'doctor', about, lines: seen.places }));
    return undefined;
  };
  const attempt = (trial: JobOf<'doctor'>['trial']) => async (seen: Seen) => {
    await queue.send([trialOf(trial, seen)]);
    return undefined;
  };

  app.action(
    ACTIONS.doctorModal,
    onlyOurs(deps, onMessage, async (seen) => {
      await openModal(deps, seen.where, doctorModal(contextOf(seen.where), seen.places));
      return say('What a click brought:')(seen);
    }),
  );
  app.action(ACTIONS.doctorInModal, onlyOurs(deps, inModal, say('What a click in a modal brought:')));
  app.view(VIEWS.doctor, onlyOurs(deps, inModal, say('What a submission brought:')));
  app.action(ACTIONS.doctorPost, onlyOurs(deps, onMessage, attempt('post')));
  app.action(ACTIONS.doctorUpdates, onlyOurs(deps, onMessage, attempt('updates')));
  app.action(ACTIONS.doctorDeleted, onlyOurs(deps, onMessage, attempt('deleted')));
}

const contextOf = ({ teamId, channelId, responseUrl }: Interaction) => ({ teamId, channelId, responseUrl });

function trialOf(trial: JobOf<'doctor'>['trial'], { where, messageTs }: Seen): JobOf<'doctor'> {
  const { teamId, channelId, userId, responseUrl } = where;
  return { kind: 'doctor', trial, teamId, channelId, userId, responseUrl, messageTs };
}
