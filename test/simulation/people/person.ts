import { ACTIONS, refValue } from '../../../blocks/ids.ts';
import { actionTs, type Millis } from '../../../src/time.ts';
import { CHANNEL } from '../../game/a-session.ts';
import type { BoardMessage } from '../simulators/board.ts';
import type { World } from '../world.ts';
import type { Click, ModalWish } from './click.ts';
import { type ButtonAction, type Control, describeWish, isOfARound, type Wish } from './controls.ts';
import type { Answer, Payload } from './front-door.ts';
import { commandPayload, formPayload, messagePayload, modalPayload } from './payloads.ts';
import { look, type Seen, titleOf } from './sight.ts';

/** Slack shows an error sign if a click is not acknowledged within this time. */
const PATIENCE: Millis = 3000;
/** How often somebody tries, at most. */
const ATTEMPTS = 8;

/** Somebody in the channel. They tap what they see, and tap again if Slack says that it did not work. */
export class Person {
  readonly userId: string;
  readonly #world: World;

  constructor(world: World, userId: string) {
    this.#world = world;
    this.userId = userId;
  }

  /** Types `/groom …`, once; whether that was acknowledged. */
  async groom(text: string): Promise<boolean> {
    const responseUrl = `https://hooks.slack.test/groom-${this.userId}-${this.#world.scheduler.steps}`;
    this.#world.board.issue(responseUrl, CHANNEL);
    const payload = commandPayload(this.userId, text, responseUrl);
    const { acknowledged } = await this.#send(payload, `/groom ${text}`);
    return acknowledged;
  }

  /** Submits the form of `/groom`, once. */
  async plan(stories: readonly string[]): Promise<boolean> {
    const { acknowledged } = await this.#send(formPayload(this.userId, stories), 'the form of /groom');
    return acknowledged;
  }

  card = (card: string) => this.tap({ kind: 'card', card });
  join = () => this.tap({ kind: 'button', action: 'join' });
  leave = () => this.tap({ kind: 'button', action: 'leave' });
  start = () => this.tap({ kind: 'button', action: 'start' });
  reveal = () => this.tap({ kind: 'button', action: 'reveal' });
  agree = () => this.tap({ kind: 'button', action: 'agree' });
  voteAgain = () => this.tap({ kind: 'button', action: 'voteAgain' });
  next = () => this.tap({ kind: 'button', action: 'next' });
  back = () => this.tap({ kind: 'button', action: 'back' });
  end = () => this.tap({ kind: 'button', action: 'end' });
  watch = () => this.tap({ kind: 'menu', item: 'watch' });
  myVote = () => this.tap({ kind: 'menu', item: 'my_vote' });
  moveToBottom = () => this.tap({ kind: 'menu', item: 'bottom' });

  /**
   * Waits until a message shows the control, then taps it until that works: at first there, then wherever it is
   * to be seen. `false`: it never did.
   */
  async tap(wish: Wish, where: (message: BoardMessage) => boolean = () => true): Promise<boolean> {
    const { scheduler } = this.#world;
    if (!(await scheduler.when(() => look(this.#world, wish, where).length > 0))) return false;
    let first: Control | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const seen = this.#choose(look(this.#world, wish, attempt === 0 ? where : () => true));
      // What was tapped is gone, or what it meant was another round: things have moved on.
      if (!seen || (first && isOfARound(wish) && !sameRef(first, seen.control))) return false;
      first ??= seen.control;
      if (await this.#click(seen, wish)) return true;
      await scheduler.sleep(1000, `${this.userId} tries again`);
    }
    return false;
  }

  /** Says why they have chosen their card. */
  explain = (card: string, text: string) => this.inModal({ kind: 'explain', card, text });

  /** Does something in a modal that was opened from the session's message, until that works. */
  async inModal(wish: ModalWish): Promise<boolean> {
    const { scheduler } = this.#world;
    const any: Wish = { kind: 'menu', item: 'manage' };
    if (!(await scheduler.when(() => look(this.#world, any).length > 0))) return false;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [seen] = look(this.#world, any);
      if (!seen) return false;
      const click = this.#remember(seen, wish);
      const label = `${wish.kind} (in a modal)`;
      const { acknowledged, response } = await this.#send(modalPayload(click, wish), label, click);
      click.refused = saysNo(response);
      if (acknowledged) return !click.refused;
      await scheduler.sleep(1000, `${this.userId} tries again`);
    }
    return false;
  }

  /** Taps a button that is not on the message yet, as somebody does who is faster than the publisher. */
  async ahead(action: ButtonAction): Promise<boolean> {
    const menu: Wish = { kind: 'menu', item: 'manage' };
    await this.#world.scheduler.when(() => look(this.#world, menu).length > 0);
    const [seen] = look(this.#world, menu);
    if (!seen) return false;
    const { detail: _, ...ref } = seen.control.ref;
    const drawn = { type: 'button', action_id: ACTIONS[action], value: refValue(ref) };
    const unseen = { ...seen, control: { action: drawn, ref } };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await this.#click(unseen, { kind: 'button', action })) return true;
      await this.#world.scheduler.sleep(1000, `${this.userId} tries again`);
    }
    return false;
  }

  /** Waits for up to a second and a half: most tamely, not at all. */
  async think(): Promise<void> {
    const { scheduler, choices } = this.#world;
    const ms = choices.oneOf([0, 50, 400, 1500]);
    if (ms > 0) await scheduler.sleep(ms, `${this.userId} has thought`);
  }

  async #click(seen: Seen, wish: Wish): Promise<boolean> {
    const click = this.#remember(seen, wish);
    const { acknowledged } = await this.#send(
      messagePayload(click, this.#world.plant.click?.(seen.control, this.#world.history) ?? seen.control),
      describeWish(wish),
      click,
    );
    return acknowledged;
  }

  #remember({ message, control, rendering }: Seen, wish: Click['wish']): Click {
    const { clicks, scheduler } = this.#world;
    const number = clicks.length + 1;
    const click: Click = {
      userId: this.userId,
      wish,
      ref: control.ref,
      messageTs: message.ts,
      // No two clicks in the same microsecond.
      at: actionTs(scheduler.now).slice(0, -3) + String(number).padStart(3, '0'),
      clickedAt: scheduler.now,
      responseUrl: `https://hooks.slack.test/${number}`,
      title: titleOf(rendering),
    };
    clicks.push(click);
    this.#world.board.issue(click.responseUrl, message.channelId, message.ts);
    return click;
  }

  /** Sends a payload; resolves with the answer, or with none once Slack has lost patience. */
  #send(payload: Payload, label: string, click?: Click): Promise<Answer> {
    const { scheduler } = this.#world;
    return new Promise((resolve) => {
      const cancel = scheduler.after(PATIENCE, `${this.userId} gets no answer to ${label}`, () =>
        resolve({ acknowledged: false }),
      );
      this.#world.request(`${this.userId} ${label}`, payload, (answer) => {
        cancel();
        if (click && answer.acknowledged && scheduler.now - click.clickedAt <= PATIENCE) {
          click.acknowledgedAt = scheduler.now;
        }
        resolve(answer);
      });
    });
  }

  #choose(seen: Seen[]): Seen | undefined {
    return seen[this.#world.choices.pick(seen.length, 'detail')];
  }
}

function sameRef({ ref: a }: Control, { ref: b }: Control): boolean {
  return a.sessionId === b.sessionId && a.story === b.story && a.round === b.round;
}

/** https://docs.slack.dev/surfaces/modals#displaying_errors */
function saysNo(response: unknown): boolean {
  return JSON.stringify(response ?? {}).includes('"errors"');
}
