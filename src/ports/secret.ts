/** A secret, which may be changed while the function runs. */
export interface Secret {
  readonly current: string;
  /** The one before, for an hour after a change: what was signed with it may still be on its way. */
  readonly previous: string | undefined;
  /**
   * Looks whether there is a newer one, once a minute at most: for whoever was told that this one isn't valid.
   * Resolves with whether it has found something; never rejects.
   */
  renew(): Promise<boolean>;
}

/** One that stays as it is. */
export const fixedSecret = (current: string): Secret => ({
  current,
  previous: undefined,
  renew: async () => false,
});
