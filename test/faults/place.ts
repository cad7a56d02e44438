import type { Answer, Passing } from './network/proxy.ts';
import type { Tap } from './people/tap.ts';
import type { Weather } from './weather.ts';

/** How long an overtaken request waits for the one that overtakes it. */
const OVERTAKEN = 300;

/** A channel of its own in which one schedule is played, and everything that was seen of it. */
export class Place {
  readonly channelId: string;
  readonly weather: Weather;
  /** Ids of the sessions begun here: more than one where `/groom` had to be typed again. */
  readonly sessions = new Set<string>();
  readonly taps: Tap[] = [];
  /** How often the result of a round was stored, by its sort key. */
  readonly resultWrites = new Map<string, number>();
  /** Requests that will still land. */
  pending = 0;
  readonly #responseUrls = new Map<string, Tap>();
  #waiting: (() => void)[] = [];

  constructor(channelId: string, weather: Weather) {
    this.channelId = channelId;
    this.weather = weather;
  }

  /** A tap is recognized by its response_url, which is its own. */
  record(tap: Tap, responseUrl: unknown): void {
    this.taps.push(tap);
    this.#responseUrls.set(new URL(String(responseUrl)).pathname, tap);
  }

  tapOf(path: string): Tap | undefined {
    return this.#responseUrls.get(path);
  }

  /** Notes what a request that has reached its destination has done there. */
  observe({ path, headers, body }: Passing, answer: Answer): void {
    if (answer.status !== 200) return;
    this.tapOf(path)?.told.push(String(JSON.parse(body.toString()).text));
    if (headers['x-amz-target'] !== 'DynamoDB_20120810.PutItem') return;
    const { PK, SK } = JSON.parse(body.toString()).Item;
    const key = `${PK.S} ${SK.S}`;
    if (SK.S.startsWith('RESULT#')) this.resultWrites.set(key, (this.resultWrites.get(key) ?? 0) + 1);
  }

  /** Resolves when the next request here has been answered. */
  overtaken(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, OVERTAKEN);
    });
  }

  answered(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Counts until `effect` is over. */
  async wait(effect: Promise<unknown>): Promise<void> {
    this.pending += 1;
    await effect.catch(() => {});
    this.pending -= 1;
  }
}
