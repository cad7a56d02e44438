interface Owned {
  team?: { id?: string | undefined } | undefined;
  user: { team_id?: string | undefined };
  team_id?: string | undefined;
}

/** The user's workspace; in an org-wide install there may be none, and the user's own stands for it. */
export function teamOf({ team, user, team_id }: Owned): string | undefined {
  return team?.id ?? user.team_id ?? team_id;
}
