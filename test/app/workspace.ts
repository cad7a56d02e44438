import { type LocalGroom, type LocalGroomOptions, startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import type { SlackOptions } from '../../stand-ins/slack/core.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';

const SIGNING_SECRET = 'signing-secret-of-the-tests';
const BOT_TOKEN = 'xoxb-token-of-the-tests';
/** Slack's three seconds are for an app that has a computer of its own: here, dozens share one. */
const PATIENT = { ackTimeoutMs: 15_000, triggerLifeMs: 15_000 };

/** A Slack workspace with Groom installed: the built bundles behind it, as deployed. */
export interface TestWorkspace {
  slack: Slack;
  groom: LocalGroom;
  ada: Person;
  bo: Person;
  cy: Person;
  dee: Person;
  eve: Person;
  /** The lines that both functions have logged. */
  log: string[];
  /** What the newest message in #planning says, once the queue is empty. */
  text(): Promise<string>;
  close(): Promise<void>;
}

export interface WorkspaceOptions {
  slack?: Partial<SlackOptions>;
  groom?: Partial<LocalGroomOptions>;
}

export async function startWorkspace(options: WorkspaceOptions = {}): Promise<TestWorkspace> {
  const log: string[] = [];
  const secrets = { signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN };
  const slack = await startSlack({ ...secrets, ...PATIENT, limits: 'off', ...options.slack });
  const groom = await startLocalGroom({
    ...secrets,
    slackApiUrl: slack.apiUrl,
    log: (line) => log.push(line),
    ...options.groom,
  });
  slack.deliverTo = groom.url;
  const [ada, bo, cy, dee, eve] = ['ada', 'bo', 'cy', 'dee', 'eve'].map((name) => slack.as(name)) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  return {
    slack,
    groom,
    ada,
    bo,
    cy,
    dee,
    eve,
    log,
    async text() {
      await groom.settled();
      return slack.lastMessage().text;
    },
    async close() {
      await groom.close();
      await slack.close();
    },
  };
}
