import { setTimeout as sleep } from 'node:timers/promises';
import { render } from '../../blocks/message/render.ts';
import type { Result } from '../../src/game/round/vote.ts';
import { readBoard } from '../../src/play/board.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { createSqliteStore } from '../../src/sqlite/sqlite-store.ts';
import { type GroomProcess, startGroom, TOKENS } from '../../stand-ins/process/groom-process.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { crowd, crowdedWorkspace } from '../app/crowd.ts';
import { shown } from '../app/shown.ts';
import { silent } from '../silent.ts';
import { localFolder } from '../sqlite/local-folder.ts';

/** What came of it: what was broken, a line each, and how many votes were acknowledged. */
interface Played {
  broken: string[];
  acknowledged: number;
  unacknowledged: number;
}

/** What somebody may have voted for all that they know: the last card that was acknowledged, and all they tapped since. */
type Possible = Map<string, Set<string | undefined>>;

/** A round of taps. */
interface Voted {
  possible: Possible;
  acknowledged: number;
  unacknowledged: number;
}

const CARDS = ['1', '2', '3', '5', '8', '13'];
const VOTERS = 12;
/** A kill comes so long after people began to vote: in the middle of it, or in what follows. */
const LATEST_KILL_MS = 250;

/** A round for each kill: everybody votes, and votes again, while the process dies; then it is revealed. */
export async function playKills(kills: number, random: () => number): Promise<Played> {
  const place = localFolder();
  const workspace = crowdedWorkspace(VOTERS);
  // Acknowledgements that come later count as none.
  const slack = await startSlack({
    signingSecret: 'secret',
    ...TOKENS,
    workspace,
    limits: 'off',
    ackTimeoutMs: 1000,
  });
  let groom: GroomProcess | undefined;
  const restart = async () => {
    groom = startGroom({ slack, folder: place.folder, env: { LOG_LEVEL: 'error' } });
    await groom.ready;
  };
  try {
    await restart();
    await slack.as('ada').command('/groom Add SSO login');
    const rounds: Voted[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const voting = voteAll(slack, random);
      await sleep(random() * LATEST_KILL_MS);
      await groom?.kill();
      await restart();
      rounds.push(await voting);
      await clickUntilTaken(slack, 'Reveal', 'Vote again');
      if (kill < kills - 1) await clickUntilTaken(slack, 'Vote again', 'Reveal');
    }
    await slack.until(() => shown(slack.lastMessage().blocks).includes('Vote again'), 10_000);
    // What was told last may still be on its way; what wasn't painted never will be.
    await sleep(1500);
    await groom?.stop();
    const broken = await verdict(slack, place.folder, rounds);
    return {
      broken,
      acknowledged: sumOf(rounds, 'acknowledged'),
      unacknowledged: sumOf(rounds, 'unacknowledged'),
    };
  } finally {
    await groom?.kill();
    await slack.close();
    place.remove();
  }
}

const sumOf = (rounds: readonly Voted[], what: 'acknowledged' | 'unacknowledged'): number =>
  rounds.reduce((total, round) => total + round[what], 0);

/** Everybody taps three cards, one after the other, with a pause between them. */
async function voteAll(slack: Slack, random: () => number): Promise<Voted> {
  const possible: Possible = new Map();
  const counts = { acknowledged: 0, unacknowledged: 0 };
  const message = slack.lastMessage();
  await Promise.all(
    crowd(VOTERS).map(async (name) => {
      const person = slack.as(name);
      let cards = new Set<string | undefined>([undefined]);
      for (let tap = 0; tap < 3; tap++) {
        await sleep(random() * LATEST_KILL_MS);
        const card = CARDS[Math.floor(random() * CARDS.length)] ?? '1';
        const { status, failure } = await person.click(message, card);
        const isTaken = status === 200 && !failure;
        counts[isTaken ? 'acknowledged' : 'unacknowledged'] += 1;
        cards = new Set(isTaken ? [card] : [...cards, card]);
      }
      possible.set(person.id, cards);
    }),
  );
  return { possible, ...counts };
}

async function clickUntilTaken(slack: Slack, label: string, then: string): Promise<void> {
  const shows = (what: string) => shown(slack.lastMessage().blocks).includes(`[${what}]`);
  await slack.until(() => shows(label), 10_000);
  await slack.as('ada').click(slack.lastMessage(), label);
  await slack.until(() => shows(then), 10_000);
}

/** Looks into the file that is left. */
async function verdict(slack: Slack, folder: string, rounds: readonly Voted[]): Promise<string[]> {
  const database = openDatabase({ folder, now: Date.now, log: silent });
  try {
    const store = createSqliteStore({ database, sessionTtlHours: 720 });
    const [{ pk } = { pk: '' }] = database.all<{ pk: string }>("SELECT pk FROM items WHERE sk = 'DETAILS'");
    const session = await store.session(pk.split('#')[1] ?? '');
    if (!session) return ['The session is gone'];
    const results = await store.results(session.sessionId);
    const broken = rounds.flatMap(({ possible }, index) => wrongIn(possible, results[index], index + 1));
    const { board } = await readBoard(store, session);
    if (JSON.stringify(slack.lastMessage().blocks) !== JSON.stringify(render(board).blocks)) {
      broken.push('The message does not show the state');
    }
    const left = database.get<{ n: number }>("SELECT count(*) AS n FROM jobs WHERE place NOT LIKE 'timer/%'");
    if (left?.n !== 0) broken.push(`${left?.n} jobs are left`);
    return broken;
  } finally {
    database.close();
  }
}

function wrongIn(possible: Possible, result: Result | undefined, round: number): string[] {
  if (!result) return [`Round ${round} has no result`];
  const cards = new Map(result.votes.map(({ userId, card }) => [userId, card]));
  return [...possible]
    .filter(([userId, may]) => !may.has(cards.get(userId)))
    .map(
      ([userId, may]) =>
        `Round ${round}: ${userId} voted ${[...may].join(' or ')}, the result says ${cards.get(userId)}`,
    );
}
