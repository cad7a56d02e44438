import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundRef } from '../../../src/game/round/round.ts';
import type { SessionStatus } from '../../../src/game/session.ts';
import { Person } from '../../../stand-ins/slack/person.ts';
import type { Selector } from '../../../stand-ins/slack/selector.ts';
import type { Message } from '../../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import type { Place } from '../place.ts';
import { Seat } from './seat.ts';
import { progress, type Shown, shownIn, shows } from './shown.ts';
import type { Random } from './voter.ts';

/** A click may have to wait for several invocations that died before it is shown. */
const SHOWN_WITHIN = 45_000;

/** Where the session stands as far as its creator was told: acknowledged, or seen on the message. */
export interface Expected extends RoundRef {
  status: SessionStatus;
  stories: number;
  /** By story; absent where the creator recorded none. */
  estimates: Map<number, string>;
}

type Step = 'vote_again' | 'next' | 'end';

/** Whoever begins a session and moves it on. */
export class Creator {
  readonly seat: Seat;
  readonly expected: Expected;
  readonly #slack: Slack;
  readonly #place: Place;

  constructor(slack: Slack, place: Place, userId: string, wish: { stories: number; lobby: boolean }) {
    this.seat = new Seat(slack, place, userId);
    this.#slack = slack;
    this.#place = place;
    const status = wish.lobby ? 'lobby' : 'voting';
    this.expected = { status, story: 1, round: 1, stories: wish.stories, estimates: new Map() };
  }

  /**
   * Types `/groom` until a message is there, however the app has answered: each time in other words or in a new form,
   * since the same again is taken for a repetition for half a minute.
   */
  async begin(): Promise<Message> {
    const { expected } = this;
    const person = new Person(this.#slack.core, this.seat.userId, this.#place.channelId, this.seat.windowId);
    for (let tries = 0; tries < 30; tries++) {
      const lobby = expected.status === 'lobby';
      const title = `Story 1${' again'.repeat(tries)}`;
      if (expected.stories === 1) await person.command(`/groom ${lobby ? '--lobby ' : ''}${title}`);
      else await fillIn(person, expected.stories, lobby);
      const message = this.#slack.messages(this.#place.channelId)[0];
      if (message) return message;
      await sleep(100);
    }
    throw new Error('No /groom has brought a message');
  }

  async start(message: Message): Promise<void> {
    await this.#command(message, 'lobby', 'Start voting');
    this.expected.status = 'voting';
  }

  async reveal(message: Message, random: Random): Promise<void> {
    const tap = () => this.#command(message, 'voting', 'Reveal');
    await (random() < 0.2 ? Promise.all([tap(), tap()]) : tap());
    this.expected.status = 'revealed';
  }

  /** Goes on before the result is shown: the next button is known to be there. */
  async goOnBlindly(stale: Message, what: Step): Promise<void> {
    await this.seat.tapAhead(stale, 'Reveal', what);
    this.#moved(what);
  }

  async goOn(message: Message, what: Step): Promise<void> {
    await this.#command(message, 'revealed', { actionId: what });
    this.#moved(what);
  }

  /** Records the median, if there is one that is not agreed on already. */
  async agree(message: Message): Promise<void> {
    const tap = await this.seat.tap(message, { actionId: 'agree' });
    if (tap?.card) this.expected.estimates.set(tap.of.story, tap.card);
  }

  sees(message: Message, phase: 'voting' | 'revealed'): Promise<unknown> {
    const of = this.expected;
    return this.#slack
      .until(() => shows(this.seat.see(message).blocks, phase, of), SHOWN_WITHIN)
      .catch(() => {
        throw new Error(`${phase} of ${JSON.stringify(of)} was never shown`);
      });
  }

  /**
   * Taps a button of the phase that the session is in, until that is acknowledged or a later phase is shown. An
   * earlier one is an update that landed late: people wait until it is gone.
   */
  async #command(message: Message, phase: Shown['phase'], selector: Selector): Promise<void> {
    const now = progress({ ...this.expected, phase });
    for (let waited = 0; waited < SHOWN_WITHIN; waited += 100) {
      const shown = progress(shownIn(this.seat.see(message).blocks));
      if (shown > now) return;
      const tap = shown === now ? await this.seat.tap(message, selector) : undefined;
      if (tap && progress({ ...tap.of, phase }) === now) return;
      await sleep(100);
    }
    throw new Error(`${JSON.stringify(selector)} could not be tapped in ${JSON.stringify(this.expected)}`);
  }

  #moved(what: Step): void {
    const { expected } = this;
    if (what === 'end') expected.status = 'ended';
    else {
      expected.status = 'voting';
      if (what === 'next') Object.assign(expected, { story: expected.story + 1, round: 1 });
      else {
        expected.round += 1;
        expected.estimates.delete(expected.story);
      }
    }
  }
}

/** The form: opens only while its trigger lives, and may have to be asked for again. */
async function fillIn(person: Person, stories: number, lobby: boolean): Promise<void> {
  if (person.views.length > 0) await person.closeView();
  await person.command('/groom');
  if (person.views.length === 0) return;
  const titles = Array.from({ length: stories }, (_, index) => `Story ${index + 1}`).join('\n');
  await person.submit({ Stories: titles, ...(lobby && { Options: 'lobby' }) });
}
