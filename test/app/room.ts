import type { Delivery } from '../../stand-ins/slack/deliver.ts';
import type { Sent } from '../../stand-ins/slack/journal.ts';
import type { StoredMessage } from '../../stand-ins/slack/messages.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import { restOf } from './rest.ts';
import { shown } from './shown.ts';
import type { TestWorkspace } from './workspace.ts';

/** A channel of its own for one test, with its five people, each at a window of their own. */
export interface Room {
  w: TestWorkspace;
  channelId: string;
  ada: Person;
  bo: Person;
  cy: Person;
  dee: Person;
  eve: Person;
  as(name: string): Person;
  /** Ada types `/groom …`; resolves with the message, at rest. */
  groom(text: string): Promise<StoredMessage>;
  /** The app's newest message here, as it is now. */
  message(): StoredMessage;
  /** What that message shows, line by line, once all that was done here has had its effect. */
  shows(): Promise<string>;
  /** Its top-level text, at rest: what screen readers get. */
  text(): Promise<string>;
  /** Clicks on the newest message, one after the other; resolves at rest. */
  click(person: Person, ...labels: string[]): Promise<void>;
  /** Several people tap a card, all at once: `vote({ ada: '5', bo: '8' })`. */
  vote(cards: Record<string, string>): Promise<void>;
  choose(person: Person, choice: string): Promise<void>;
  /** Resolves once all that was done here has had its effect. */
  rest(): Promise<void>;
  /** The private lines that somebody has got here. */
  told(person: Person): string[];
  /** The last of them, at rest; '' if there is none. */
  lastTold(person: Person): Promise<string>;
  /** What the modal shows that a person has open. */
  modal(person: Person): string;
  /** All that the app showed to the whole channel. */
  sent(): Sent[];
  sessionId(): string;
}

let rooms = 0;

/** Opens a new channel, so that tests in one workspace don't meet. */
export function openRoom(
  w: TestWorkspace,
  options: { kind?: 'public' | 'private' | 'dm'; app?: boolean } = {},
): Room {
  const { slack } = w;
  const number = ++rooms;
  const channelId = `${options.kind === 'dm' ? 'D' : 'C'}0ROOM${number}`;
  const { members, channels } = slack.core.workspace;
  channels.push({
    id: channelId,
    name: `room-${number}`,
    kind: options.kind ?? 'public',
    appIsMember: options.app ?? true,
    memberIds: members.map(({ id }) => id),
  });
  const as = (name: string) => slack.as(name, channelId, `${name} in room ${number}`);
  const message = () => slack.lastMessage(channelId);
  const rest = () => restOf(w, sessionIds(), channelId);
  const sessionIds = () =>
    new Set(
      Array.from(
        JSON.stringify(slack.sentToChannel(channelId)).matchAll(/"value":"(\w{26})\./g),
        ([, id = '']) => id,
      ),
    );
  const told = ({ id }: Person) =>
    slack
      .ephemeralsOf(id)
      .filter((sent) => sent.channelId === channelId)
      .map(({ text = '' }) => text);
  const [ada, bo, cy, dee, eve] = ['ada', 'bo', 'cy', 'dee', 'eve'].map(as) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  return {
    w,
    channelId,
    ada,
    bo,
    cy,
    dee,
    eve,
    as,
    message,
    rest,
    told,
    async groom(text) {
      accepted(await ada.command(`/groom ${text}`));
      await rest();
      return message();
    },
    async shows() {
      await rest();
      return shown(message().blocks);
    },
    async text() {
      await rest();
      return message().text;
    },
    async click(person, ...labels) {
      for (const label of labels) accepted(await person.click(message(), label));
      await rest();
    },
    async vote(cards) {
      const taps = Object.entries(cards).map(([name, card]) => as(name).click(message(), card));
      for (const tap of await Promise.all(taps)) accepted(tap);
      await rest();
    },
    async choose(person, choice) {
      accepted(await person.choose(message(), choice));
      await rest();
    },
    async lastTold(person) {
      await rest();
      return told(person).at(-1) ?? '';
    },
    modal: (person) => shown(person.view.view.blocks),
    sent: () => slack.sentToChannel(channelId),
    sessionId: () => [...sessionIds()].at(-1) ?? '',
  };
}

/** Has Ada begin the vote on a story for which these people have come before the cards. */
export async function gather(room: Room, text: string, ...people: readonly Person[]): Promise<Room> {
  await room.groom(`--lobby ${text}`);
  for (const person of people) await room.click(person, 'Join');
  await room.click(room.ada, 'Start voting');
  return room;
}

/** Nobody ever sees an error sign. */
export function accepted(delivery: Delivery): Delivery {
  if (delivery.status !== 200 || delivery.failure) {
    throw new Error(`The app answered ${delivery.status} ${delivery.failure ?? ''} ${delivery.body}`);
  }
  return delivery;
}
