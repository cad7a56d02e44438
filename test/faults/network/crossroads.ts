import type { FunctionName } from '../../../stand-ins/aws/template.ts';
import type { Place } from '../place.ts';
import type { Service } from './answers.ts';
import { commit } from './faults.ts';
import { type Fate, INVOCATION_HEADER, type Invocation, Invocations } from './invocation.ts';
import { labelOf, sessionsIn } from './label.ts';
import type { Answer, Pass, Passing } from './proxy.ts';

/**
 * Where all traffic passes: finds out to which place a request belongs, and lets happen to it what that place's
 * weather says.
 */
export class Crossroads {
  /** By channel id. */
  readonly places = new Map<string, Place>();
  readonly invocations: Invocations;

  constructor() {
    this.invocations = new Invocations((name, event) => this.#fateOf(name, event));
  }

  /** Whether an invocation or a request that concerns the place is under way. */
  isBusy(place: Place): boolean {
    const { running } = this.invocations;
    return place.pending > 0 || running.some(({ event }) => this.#placesOf(textOf(event)).includes(place));
  }

  pass(service: Service): Pass {
    return async (request) => {
      const invocation = this.invocations.find(request.headers[INVOCATION_HEADER]);
      const text = `${request.path} ${request.body}`;
      if (invocation) this.#learn(invocation, text);
      const place = this.#placeOf(service, request, text, invocation);
      const observed = place ? watched(request, place) : request;
      if (invocation && (await isFatal(invocation, observed))) return undefined;
      if (!place) return request.forward();
      const caller = invocation ? callerOf(invocation) : 'somebody';
      const strike = place.weather.strikes(service, `${caller} ${labelOf(service, request)}`);
      const around = {
        service,
        random: strike?.random ?? Math.random,
        overtaken: () => place.overtaken(),
        pending: (effect: Promise<unknown>) => void place.wait(effect),
      };
      const answer = strike ? await commit(strike.fault, observed, around) : await observed.forward();
      place.answered();
      return answer;
    };
  }

  /** A session belongs to the place whose `/groom` or form has begun it. */
  #learn({ function: name, event }: Invocation, text: string): void {
    if (name !== 'slack') return;
    const [place] = this.#placesOf(textOf(event));
    for (const sessionId of sessionsIn(text)) place?.sessions.add(sessionId);
  }

  #placeOf(service: Service, { path }: Passing, text: string, invocation?: Invocation): Place | undefined {
    const [place] = this.#placesOf(text);
    if (place) return place;
    if (service === 'Slack') return [...this.places.values()].find((one) => one.tapOf(path));
    // A receipt handle: that of one of the messages that the invocation was given.
    const handle = /"ReceiptHandle":"([^"]+)"/.exec(text)?.[1];
    const records = handle && invocation ? recordsOf(invocation.event) : [];
    const record = records.find(({ receiptHandle }) => receiptHandle === handle);
    return this.#placesOf(record?.body ?? textOf(invocation?.event))[0];
  }

  /** The places that a text speaks of, by channel or session. */
  #placesOf(text: string): Place[] {
    const sessions = sessionsIn(text);
    const channels: string[] = text.match(/\bC0S\d{4}\b/g) ?? [];
    const all = [...this.places.values()];
    return all.filter(
      (place) => channels.includes(place.channelId) || sessions.some((id) => place.sessions.has(id)),
    );
  }

  #fateOf(name: FunctionName, event: unknown): Fate {
    const places = this.#placesOf(textOf(event));
    const [first, ...others] = places;
    if (!first) return {};
    const fate = first.weather.fate(name, callerOf({ function: name, event }));
    // A batch mixes sessions, and its messages share its fate.
    if (fate.death || fate.twice) for (const { weather } of others) weather.happened.push('as a neighbour');
    return fate;
  }
}

function watched(request: Passing, place: Place): Passing {
  return {
    ...request,
    async forward(body?: Buffer): Promise<Answer> {
      const answer = await request.forward(body);
      place.observe(request, answer);
      return answer;
    },
  };
}

/** Whether this request is the invocation's last one, or it is dead already. */
async function isFatal(invocation: Invocation, request: Passing): Promise<boolean> {
  if (invocation.dead) return true;
  invocation.calls += 1;
  const { death, calls } = invocation;
  if (death?.call !== calls) return false;
  if (death.after) await request.forward();
  invocation.die();
  return true;
}

/** The function and, for a click, whose it is. */
function callerOf({ function: name, event }: Pick<Invocation, 'function' | 'event'>): string {
  return `${name} ${/\bU0[A-Z]+\b/.exec(name === 'slack' ? textOf(event) : '')?.[0] ?? ''}`;
}

/** An event with its body in plain text. */
function textOf(event: unknown): string {
  const { body, isBase64Encoded } = (event ?? {}) as { body?: string; isBase64Encoded?: boolean };
  if (body === undefined) return JSON.stringify(event ?? null);
  return decodeURIComponent(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
}

function recordsOf(event: unknown): { receiptHandle: string; body: string }[] {
  return (event as { Records?: { receiptHandle: string; body: string }[] }).Records ?? [];
}
