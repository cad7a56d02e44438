import * as v from 'valibot';
import { defined } from '../../src/game/defined.ts';
import { maybe, slackId, strictly, text } from './field-schemas.ts';
import { isObject } from './request.ts';

/** Whose workspace a payload is about. In an org-wide install it may not say so where it says so elsewhere. */

/** Bolt keeps its clients by team, in an object that has inherited names such as `toString`. */
export const teamId = strictly((value) => typeof value === 'string', v.optional(slackId));

/**
 * In an org-wide install the team may be missing, and the organization is there instead. Of an event, the context is
 * that of the app.
 */
export const organizationAsTeam = v.pipe(
  v.custom<Record<string, unknown>>(isObject),
  v.transform((body): Record<string, unknown> => {
    const enterprise_id = body.context_enterprise_id ?? body.enterprise_id;
    return { ...body, enterprise_id, team_id: body.context_team_id ?? body.team_id ?? enterprise_id };
  }),
);

/** Where something was done, as payloads say it. All of it is optional: each kind of install leaves other things out. */
export const whereabouts = {
  team: strictly(
    isObject,
    v.optional(v.object({ id: teamId, domain: maybe(text), enterprise_id: maybe(slackId) })),
  ),
  team_id: teamId,
  enterprise: maybe(v.object({ id: maybe(slackId) })),
};

/** Whether a team's id is an organization's: that of an org-wide install, or of somebody on Enterprise Grid. */
export const isOrganization = (teamId: string | undefined): boolean => teamId?.startsWith('E') ?? false;

interface Owned {
  team?: { id?: string | undefined; enterprise_id?: string | undefined } | undefined;
  team_id?: string | undefined;
  enterprise?: { id?: string | undefined } | undefined;
  user: { team_id?: string | undefined };
  view?: { app_installed_team_id?: string | undefined } | undefined;
  message?: { ts?: string | undefined; team?: string | undefined } | undefined;
}

/** Whose app has been used, and by whom. */
export interface Whereabouts {
  /** The workspace that has installed the app. */
  teamId: string;
  /** Its organization, where it has one. */
  enterpriseId?: string;
  /** Whoever used it is neither of that workspace nor of that organization: a guest of Slack Connect. */
  external: boolean;
}

/**
 * The workspace of an interaction. A click names that of the app, a submission that of its submitter; with Enterprise
 * Grid a person's may be the organization's id (`E…`), and in an org-wide install there is none but what the view, the
 * message or `own` says: what we have remembered in the modal.
 * https://github.com/slackapi/bolt-js/issues/1614
 */
export function whereaboutsOf(body: Owned, own?: string): Whereabouts | undefined {
  const { team, user, view, message } = body;
  const installed = view?.app_installed_team_id;
  const organization = isOrganization(installed) ? installed : undefined;
  const ofView = organization ? own : (installed ?? own);
  const teamId = ofView ?? team?.id ?? message?.team ?? user.team_id ?? body.team_id;
  if (teamId === undefined) return undefined;
  // Beside another team stands that team's own organization.
  const isAppsOwn = team?.id === undefined || team.id === teamId;
  const ofTeam = isAppsOwn ? (body.enterprise?.id ?? team?.enterprise_id) : undefined;
  const enterpriseId = organization ?? ofTeam;
  const person = user.team_id ?? team?.id ?? teamId;
  return defined({ teamId, enterpriseId, external: person !== teamId && person !== enterpriseId });
}
