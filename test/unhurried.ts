/** For whoever may work as long as they like. */
export const unhurried = () => Number.POSITIVE_INFINITY;
