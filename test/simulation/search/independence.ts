/** What an operation reads and writes, as far as others could notice. */
interface Touches {
  reads: readonly Resource[];
  writes: readonly Resource[];
}

/**
 * `control` and `paint` are two halves of the session. `starts`: what begins is numbered. `receiving`: what was
 * handled can be deleted before or after anything but a receive.
 */
type Resource =
  | 'control'
  | 'paint'
  | 'slots'
  | 'people'
  | 'results'
  | 'reasons'
  | 'history'
  | 'board'
  | 'queue'
  | 'receiving'
  | 'starts';

const reads = (...resources: Resource[]): Touches => ({ reads: resources, writes: [] });
const writes = (...resources: Resource[]): Touches => ({ reads: [], writes: resources });
const NOTHING = reads();
const DELETES = reads('receiving');

const STORE: Record<string, Touches> = {
  session: reads('control', 'paint'),
  slots: reads('slots'),
  slot: reads('slots'),
  participants: reads('people'),
  participant: reads('people'),
  results: reads('results'),
  result: reads('results'),
  story: NOTHING,
  stories: NOTHING,
  writeSlot: writes('slots'),
  undoSlot: writes('slots'),
  writeParticipant: writes('people'),
  createResult: writes('results'),
  reasons: reads('reasons'),
  writeReason: writes('reasons'),
  // Only the publisher knows of these, too.
  markScheduled: writes('paint'),
  markAnnounced: writes('paint'),
  markArchived: writes('paint'),
  keepAnswer: writes('paint'),
  // The directory's.
  settings: NOTHING,
  profile: NOTHING,
  history: reads('history'),
  record: writes('history'),
  beginPaint: writes('paint'),
  endPaint: writes('paint'),
};
const CHAT: Record<string, Touches> = {
  respond: NOTHING,
  permalink: NOTHING,
  postDirect: NOTHING,
  postEphemeral: NOTHING,
};

/** `publish 3.7: store.slots` */
const CALL = /^((slack|publish) \d+)\.\d+: (\w+)\.(\w+)/;

/** Whether two pending operations lead to the same in either order. When in doubt, they don't. */
export function areIndependent(a: string, b: string): boolean {
  const [callerA] = a.split('.');
  if (callerA === b.split('.')[0]) return false;
  const [one, other] = [touches(a), touches(b)];
  return !clash(one, other) && !clash(other, one);
}

function clash(one: Touches, other: Touches): boolean {
  return one.writes.some((resource) => other.writes.includes(resource) || other.reads.includes(resource));
}

function touches(label: string): Touches {
  const [, , lambda, port = '', method = ''] = CALL.exec(label) ?? [];
  if (lambda === undefined) {
    // Timers only wake somebody; taps begin an invocation.
    if (label === 'queue: delete') return DELETES;
    return label.endsWith('awake') ? NOTHING : writes('queue', 'receiving', 'starts');
  }
  if (port === 'sleep') return NOTHING;
  if (port === 'queue') return method === 'finish' ? DELETES : writes('queue');
  if (port === 'chat') return CHAT[method] ?? writes('board');
  // Only the publisher looks at what it remembers of the message.
  if (method === 'session' && lambda === 'slack') return reads('control');
  return STORE[method] ?? writes('control', ...(method === 'bindMessage' ? (['paint'] as const) : []));
}
