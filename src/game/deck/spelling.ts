/**
 * Whether two texts are the same to people who type: in upper or lower case, in wide or narrow letters, with straight or
 * curly apostrophes, with or without the mark that makes a sign an emoji.
 */
export const isSameText = (a: string, b: string): boolean => likeness(a) === likeness(b);

const likeness = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[‘’ʼ]/g, "'").replaceAll('\ufe0f', '').toUpperCase();
