/** Something that is wrong, or that only the operator can know to be right: one line. */
export interface Finding {
  /** What was found. */
  what: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  todo: string;
  /** Nothing is wrong as it stands: there is something to know, or to decide. */
  isNote?: true;
}

export const asLine = ({ what, why, todo, isNote }: Finding): string =>
  `${isNote ? 'Note: ' : ''}${what}: ${why}. ${todo}.`;
