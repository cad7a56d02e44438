import fc from 'fast-check';
import type { Json } from '../../stand-ins/slack/blockkit/json.ts';

/** All of Unicode: halves of pairs, noncharacters, controls, marks, every script. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 40,
  }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** Texts that mean something to somebody. */
const meaningful: fc.Arbitrary<string> = fc.constantFrom(
  ...['', ' ', '0', '-1', 'null', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...['U0ADA', 'U0BO', 'W0ORG', 'C0PLANNING', 'T0ELSEWHERE', 'C0ELSEWHERE', '5', '21', '?', 'XXL'],
  ...['<!channel>', '<@U0BO>', '\u0000', '\u202e', '\ud800', '🂡'.repeat(30), '../..', '#', 'a'.repeat(300)],
  ...['block_actions', 'view_submission', 'view_closed', 'manage', 'people', 'new_session', 'edit_story'],
  ...['message_action', 'event_callback', 'estimate_this', 'settings', 'why', 'add_why', 'nudge', 'home'],
  ...[
    'card_4',
    'card_99',
    'reveal',
    'join',
    'leave',
    'menu',
    'next',
    'vote_again',
    'end',
    'agree',
    'estimate',
  ],
  ...['remove', 'cancel', 'take_over', 'story_menu', 'page_forward', 'manage_end', 'start'],
  ...['1700000000.000000', '9999999999.999999', '1e9', '{"sessionId":{}}', '[]', '"'],
);

const huge: fc.Arbitrary<unknown> = fc.constantFrom(
  'x'.repeat(20_000),
  '\u{1f98a}'.repeat(20_000),
  'U'.repeat(2000),
  1e308,
  Array.from({ length: 20_000 }, () => 0),
  deep(500),
);

/** Objects with keys that mean something to JavaScript, as JSON can bring them. */
const prototypes: fc.Arbitrary<unknown> = fc.constantFrom(
  JSON.parse('{"__proto__":{"id":"U0ADA","value":"x"}}'),
  JSON.parse('{"constructor":{"prototype":{"id":"U0ADA"}}}'),
  { toString: 1, valueOf: null, hasOwnProperty: 'x' },
  { length: 1e9 },
);

export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: meaningful },
  { weight: 3, arbitrary: anyText },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, 0, -1, 1.5, [], {}, [null], [[]]) },
  { weight: 2, arbitrary: prototypes },
  { weight: 1, arbitrary: huge },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** A change to a payload: the value at a place of it becomes another, or goes away. */
export interface Mutation {
  /** Which of its places, counted around. */
  place: number;
  value?: unknown;
}

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({ place: fc.nat(), value: anyValue }, { requiredKeys: ['place'] }),
  { minLength: 1, maxLength: 3 },
);

/** A copy of the payload with these changes. */
export function mutated(payload: Json, changes: readonly Mutation[]): Json {
  const copy = structuredClone(payload);
  for (const change of changes) {
    const places = placesIn(copy);
    const place = places[change.place % places.length];
    if (!place) continue;
    if (change.value === undefined) delete place.parent[place.key];
    else setOwn(place, structuredClone(change.value));
  }
  return copy;
}

/** A plain assignment to `__proto__` would do something else. The value is a copy: the next change may be within it. */
function setOwn({ parent, key }: Place, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

interface Place {
  parent: Json;
  key: string;
}

/** The message that was clicked is long and hardly read: its inner places would crowd out all others. */
function placesIn(value: unknown, depth = 0): Place[] {
  if (typeof value !== 'object' || value === null || depth > 6) return [];
  const parent = value as Json;
  return Object.keys(parent).flatMap((key) => [
    { parent, key },
    ...(key === 'blocks' ? [] : placesIn(parent[key], depth + 1)),
  ]);
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = { view: value };
  return value;
}
