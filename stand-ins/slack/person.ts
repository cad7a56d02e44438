import { messageActionPayload, sendMessageAction, sendViewAction } from './action.ts';
import { plainText } from './blockkit/elements.ts';
import { isObject, type Json, objectsIn } from './blockkit/json.ts';
import { closeView } from './closing.ts';
import { type Command, sendCommand } from './command.ts';
import type { Core } from './core.ts';
import type { Delivery } from './deliver.ts';
import { openHome } from './home.ts';
import { member } from './payloads.ts';
import { type Entry, enteredState, findButton, findChoice, type Selector } from './selector.ts';
import type { HomeTab, Message, ViewValues, Warning } from './shapes.ts';
import { sendShortcut } from './shortcut.ts';
import { enterValues, inputProblems, sendSubmission } from './submission.ts';
import { talk } from './talk.ts';
import type { LiveHome, LiveView, Window } from './windows.ts';

/**
 * A member at one window, in one channel, who can do what people can do in Slack and no more: an Error
 * says that the thing to click is not there. Everything done resolves once the app has answered.
 */
export class Person {
  readonly id: string;
  readonly windowId: string;
  /** The channel in which commands are typed. */
  readonly channelId: string;
  readonly #core: Core;

  constructor(core: Core, idOrName: string, channel: string, windowId?: string) {
    this.#core = core;
    this.id = member(core, idOrName).id;
    this.windowId = windowId ?? `window of ${this.id}`;
    this.channelId = core.channels.get(channel).id;
    core.windows.open(this.windowId, this.id);
  }

  /** The same person at the same window, in another channel. */
  in(channel: string): Person {
    return new Person(this.#core, this.id, channel, this.windowId);
  }

  /** Types a slash command: `/groom Add SSO`. `links`: which parts of it are pasted links, and where they lead. */
  command(text: string, { links = {} }: Pick<Command, 'links'> = {}): Promise<Delivery> {
    const { id: memberId, windowId, channelId } = this;
    return sendCommand(this.#core, { memberId, windowId, channelId, text, links });
  }

  /** Says something in the channel. */
  talk(text: string): Message {
    return talk(this.#core, this.id, this.channelId, text);
  }

  /** Clicks a button of the message as it is now: `click(message, '5')`. */
  async click(message: Message, selector: Selector): Promise<Delivery> {
    const current = this.#current(message);
    return this.clickStale(current, selector);
  }

  /** Clicks a button of the rendering given, which may be long outdated, or deleted. */
  async clickStale(rendering: Message, selector: Selector): Promise<Delivery> {
    return sendMessageAction(this.#core, this.#window, rendering, findButton(rendering.blocks, selector));
  }

  /** Chooses from a menu of the message: `choose(message, 'My vote')`. */
  async choose(message: Message, choice: string, where?: Selector): Promise<Delivery> {
    const current = this.#current(message);
    const action = findChoice(current.blocks, choice, where, this.#core.workspace.members);
    return sendMessageAction(this.#core, this.#window, current, action);
  }

  /** The payload of a click that is not sent: to be altered, and delivered with `slack.deliverPayload`. */
  payloadOfClick(rendering: Message, selector: Selector): Json {
    const action = findButton(rendering.blocks, selector);
    return messageActionPayload(this.#core, this.#window, rendering, action);
  }

  /** Chooses one of the app's shortcuts from the menu of a message: `shortcut(message, 'estimate_this')`. */
  async shortcut(message: Message, callbackId: string): Promise<Delivery> {
    return sendShortcut(this.#core, this.#window, this.#current(message), callbackId);
  }

  /** Opens the app's Home tab, or its Messages tab; `undefined` when the app does not want to know. */
  openHome(tab: HomeTab = 'home'): Promise<Delivery | undefined> {
    return openHome(this.#core, this.id, tab);
  }

  /** What the Home tab shows. @throws {Error} when the app has published nothing there */
  get home(): LiveHome {
    const published = this.#core.homes.get(this.id);
    if (published === undefined) throw new Error(`${this.id} has an empty Home tab`);
    return published;
  }

  async clickInHome(selector: Selector): Promise<Delivery> {
    const { home } = this;
    return sendViewAction(this.#core, this.#window, home, findButton(home.view.blocks, selector));
  }

  async chooseInHome(choice: string, where?: Selector): Promise<Delivery> {
    const { home } = this;
    const action = findChoice(home.view.blocks, choice, where, this.#core.workspace.members);
    return sendViewAction(this.#core, this.#window, home, action);
  }

  /** The modal on top. @throws {Error} when none is open */
  get view(): LiveView {
    const top = this.#window.views.at(-1);
    if (top === undefined) throw new Error(`${this.id} has no modal open`);
    return top;
  }

  get views(): readonly LiveView[] {
    return this.#window.views;
  }

  async clickInView(selector: Selector): Promise<Delivery> {
    const { view } = this;
    return sendViewAction(this.#core, this.#window, view, findButton(view.view.blocks, selector));
  }

  async chooseInView(choice: string, where?: Selector): Promise<Delivery> {
    const { view } = this;
    const action = findChoice(view.view.blocks, choice, where, this.#core.workspace.members);
    return sendViewAction(this.#core, this.#window, view, action);
  }

  /**
   * Fills in inputs of the modal, named by their label or block_id; nothing is sent. '' empties an input;
   * checkboxes and multi-selects take a list as well.
   */
  fill(entries: Record<string, Entry>): void {
    enterValues(this.view, this.#entered(this.view, entries));
  }

  /**
   * Fills in inputs, as `fill` does, and submits.
   * @throws {Error} when Slack's client would not submit: a required input is empty, a text too long
   */
  async submit(entries: Record<string, Entry> = {}): Promise<Delivery> {
    this.fill(entries);
    const problems = inputProblems(this.view);
    if (Object.keys(problems).length > 0) throw new Error(`Not submitted: ${JSON.stringify(problems)}`);
    return sendSubmission(this.#core, this.#window, this.view);
  }

  /** Closes the view on top with its Cancel button. */
  closeView(): Promise<Delivery | undefined> {
    return closeView(this.#core, this.#window, this.view);
  }

  /** The private messages in this window, oldest first. */
  sees(): Message[] {
    return this.#window.ephemerals;
  }

  warnings(): Warning[] {
    return this.#window.warnings;
  }

  /** Private messages, modals and warnings are gone afterwards. */
  reload(): void {
    this.#core.windows.close(this.windowId);
    this.#core.windows.open(this.windowId, this.id);
    this.#core.changed();
  }

  get #window(): Window {
    return this.#core.windows.open(this.windowId, this.id);
  }

  #current(message: Message): Message {
    const { channelId, ts } = message;
    const current = message.ephemeral
      ? this.#window.ephemerals.find((shown) => shown.ts === ts)
      : this.#core.messages.find(channelId, ts);
    if (current === undefined) throw new Error(`The message ${ts} is not there any more`);
    return current;
  }

  #entered({ view }: LiveView, entries: Record<string, Entry>): ViewValues {
    const inputs = objectsIn(view.blocks).filter((block) => block.type === 'input');
    const values: ViewValues = {};
    for (const [name, entry] of Object.entries(entries)) {
      const block = inputs.find(({ block_id, label }) => block_id === name || plainText(label) === name);
      if (!isObject(block?.element)) throw new Error(`The modal has no input “${name}”`);
      const state = enteredState(block.element, entry, this.#core.workspace.members);
      values[String(block.block_id)] = { [String(block.element.action_id)]: state };
    }
    return values;
  }
}
