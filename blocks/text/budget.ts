import type { KnownBlock, RichTextLink } from '@slack/types';
import type { PrivateLine } from '../../src/ports/chat.ts';

/**
 * What a message may weigh, in bytes of UTF-8. chat.update takes 4,000 of text; for all blocks together Slack has a
 * limit that it documents nowhere, and it is not known whether JSON or text counts. Both are kept well below what was
 * refused: 13,200 and 11,341 (bolt-js #2509 and #2867).
 * https://docs.slack.dev/reference/methods/chat.update#errors
 */
const TEXT = 3800;
const BLOCKS_JSON = 12_000;
const BLOCKS_TEXT = 9000;

/** How much a message repeats of what people have typed. Lengths are in characters (UTF-16 units). */
export interface Limits {
  /** A title at the top of a message … */
  title: number;
  /** … in its text … */
  said: number;
  /** … and in a list of many. */
  line: number;
  /** How many people are named for a card; the others are counted. */
  names: number;
  /** A reason, and how many of them. */
  reason: number;
  reasons: number;
  /** The name of a card. */
  card: number;
  /** Bytes of all links together. The longest are left out first; their titles stay. */
  links: number;
}

/** As much as anybody wants to read. */
export const AMPLE: Limits = {
  title: 300,
  said: 150,
  line: 80,
  names: 8,
  reason: 200,
  reasons: 8,
  card: 40,
  links: Number.POSITIVE_INFINITY,
};

/** What is given up where a message would be too long, more with each step: what people would miss least comes first. */
const STEPS: readonly Partial<Limits>[] = [
  { links: 6000 },
  { links: 4000 },
  { links: 3000, line: 64 },
  { links: 2500, line: 56, title: 200, said: 100 },
  { line: 48 },
  { line: 40, title: 150, said: 80 },
  { line: 34 },
  { line: 28, title: 100, said: 60, links: 1500 },
  { line: 24, names: 5 },
  { line: 20, names: 3 },
  { line: 16, title: 80, said: 40, names: 1, links: 800 },
  { reason: 120, links: 0 },
  { reason: 80, line: 12 },
  { reason: 50, card: 20, title: 60 },
  { names: 0, card: 10, title: 40, said: 24 },
  { reasons: 4 },
  { reasons: 2, reason: 30 },
];

/** With so many steps taken. */
const limitsAfter = (steps: number): Limits => Object.assign({ ...AMPLE }, ...STEPS.slice(0, steps));

/** As little as can be: no links, and no more than the beginning of what people have typed. */
export const TIGHTEST: Limits = limitsAfter(STEPS.length);

/**
 * The message as fully as Slack takes it: its text and its blocks are each drawn with the widest limits with which
 * they fit. What no limits make fit (nothing that people can type) is drawn with the tightest.
 */
export function withinBudget<Message extends PrivateLine>(draw: (limits: Limits) => Message): Message {
  let [text, blocks]: [string?, KnownBlock[]?] = [];
  for (let steps = 0; ; steps += 1) {
    const limits = limitsAfter(steps);
    const drawn = draw(limits);
    const linked = withShortestLinks(drawn.blocks ?? [], limits.links);
    const isLast = steps === STEPS.length;
    if (isLast || bytesOf(drawn.text) <= TEXT) text ??= drawn.text;
    if (isLast || areFit(linked)) blocks ??= linked;
    if (text !== undefined && blocks) return { ...drawn, text, ...(drawn.blocks && { blocks }) };
  }
}

export const bytesOf = (text: string): number => Buffer.byteLength(text);

function areFit(blocks: readonly KnownBlock[]): boolean {
  if (bytesOf(JSON.stringify(blocks)) > BLOCKS_JSON) return false;
  const texts = objectsIn(blocks).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  return bytesOf(texts.join('')) <= BLOCKS_TEXT;
}

/** As many links as there is room for, the shortest first; the others become text. */
function withShortestLinks(blocks: KnownBlock[], room: number): KnownBlock[] {
  const links = objectsIn(blocks).filter(isLink);
  const kept = new Set<unknown>();
  let left = room;
  for (const link of links.toSorted((a, b) => bytesOf(a.url) - bytesOf(b.url))) {
    left -= bytesOf(link.url);
    if (left >= 0) kept.add(link);
  }
  if (kept.size === links.length) return blocks;
  const shown = (_: string, value: unknown) => (isLink(value) && !kept.has(value) ? unlinked(value) : value);
  return JSON.parse(JSON.stringify(blocks, shown));
}

const isLink = (value: unknown): value is RichTextLink & Fields => isObject(value) && value.type === 'link';

const unlinked = ({ url: _, ...link }: RichTextLink) => ({ ...link, type: 'text' });

type Fields = Record<string, unknown>;

/** All objects at whatever depth, in their order. */
function objectsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
