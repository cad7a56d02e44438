/** Something that is wrong, or that only the operator can know to be right: one line. */
export interface Finding {
  /** What was found. */
  what: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  todo: string;
}

export const asLine = ({ what, why, todo }: Finding): string => `${what}: ${why}. ${todo}.`;
