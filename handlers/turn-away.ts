import type { Deps } from '../src/play/deps.ts';
import type { Served } from '../src/ports/served.ts';
import { replies } from './answer.ts';
import { remembered } from './receive/metadata.ts';
import type { Payload } from './receive/schemas.ts';
import { whereaboutsOf } from './receive/team.ts';

/**
 * Turns away whoever uses an installation whose token we don't have, and says so where there is a way. `false`: it is
 * ours.
 */
export async function turnAway(
  { queue, log, served }: Pick<Deps, 'queue' | 'log'> & { served: Served },
  payload: Payload,
): Promise<boolean> {
  const from = originOf(payload);
  if (!from || (await served.serves(from))) return false;
  log.warn('another installation', { request: payload.kind, teamId: from.teamId });
  const { channelId, responseUrl } = from;
  const jobs = channelId
    ? replies({ ...from, channelId, responseUrl: responseUrl ?? '' }, { kind: 'otherInstallation' })
    : [];
  if (jobs.length > 0) await queue.send(jobs);
  return true;
}

interface Sender {
  teamId: string;
  enterpriseId?: string | undefined;
  channelId?: string | undefined;
  userId: string;
  responseUrl?: string | undefined;
}

function originOf(payload: Payload): Sender | undefined {
  switch (payload.kind) {
    case 'command': {
      const { team_id: teamId, enterprise_id: enterpriseId, ...more } = payload.body;
      const { channel_id: channelId, user_id: userId, response_url: responseUrl } = more;
      return { teamId, enterpriseId, channelId, userId, responseUrl };
    }
    case 'homeOpened': {
      const { team_id: teamId, enterprise_id: enterpriseId, event } = payload.body;
      return { teamId, enterpriseId, userId: event.user };
    }
    case 'messageClick':
    case 'shortcut': {
      const { user, channel, response_url: responseUrl } = payload.body;
      const where = whereaboutsOf(payload.body);
      return where && { ...where, channelId: channel?.id, userId: user.id, responseUrl };
    }
    case 'viewClick':
    case 'submission': {
      const { user, view } = payload.body;
      const own = remembered('channel', view.private_metadata);
      const where = whereaboutsOf(payload.body, own?.teamId);
      return where && { ...where, channelId: own?.channelId, userId: user.id, responseUrl: own?.responseUrl };
    }
    case 'urlVerification':
      return undefined;
  }
}
