import * as v from 'valibot';
import { slackId, strictly } from './fields.ts';
import { isObject } from './request.ts';

/** Whose workspace a payload is about. In an org-wide install it may not say so where it says so elsewhere. */

/** Bolt keeps its clients by team, in an object that has inherited names such as `toString`. */
export const teamId = strictly((value) => typeof value === 'string', v.optional(slackId));

/** In an org-wide install the team may be missing, and the organization is there instead. */
export const organizationAsTeam = v.pipe(
  v.custom<Record<string, unknown>>(isObject),
  v.transform((body) => ({ ...body, team_id: body.team_id ?? body.enterprise_id })),
);

interface Owned {
  team?: { id?: string | undefined } | undefined;
  user: { team_id?: string | undefined };
  team_id?: string | undefined;
}

/** The team of an interaction; the person's own where there is no other. */
export function teamOf({ team, user, team_id }: Owned): string | undefined {
  return team?.id ?? user.team_id ?? team_id;
}
