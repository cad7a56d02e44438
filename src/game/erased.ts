/** In place of the id of somebody whom an operator has erased. Slack's own begin with `U` or `W`. */
export const ERASED = 'erased';
