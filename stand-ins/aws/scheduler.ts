import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { localRegion } from './credentials.ts';
import { closeServer, listenLocally } from './listen.ts';
import { type Denied, enforcePermissions } from './permissions.ts';
import { openDelivery } from './schedule-delivery.ts';
import { readScheduleRequest, timeOf } from './schedule-request.ts';
import { Schedules, type WaitingSchedule } from './schedules.ts';

export interface LocalScheduler {
  endpoint: string;
  /** The one schedule group there is. */
  groupName: string;
  /** The one role that EventBridge Scheduler may assume. */
  roleArn: string;
  /** The schedules that have not fired yet. */
  readonly waiting: readonly WaitingSchedule[];
  /** Fires all that is due by now: for a test that has just moved the clock. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface SchedulerOptions {
  /** Where the targets' queues are. */
  sqsEndpoint: string;
  /** Milliseconds since the epoch; the computer's clock if absent. */
  now?: (() => number) | undefined;
  denied?: Denied | undefined;
}

const ACCOUNT = '000000000000';
const groupName = 'groom-local';
const roleArn = `arn:aws:iam::${ACCOUNT}:role/groom-local-scheduler`;

/**
 * An EventBridge Scheduler in this process, as far as one-off schedules for a FIFO queue go. It fires at the
 * second; AWS does so within the minute that follows. Nothing is kept when it closes.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export async function startScheduler({
  sqsEndpoint,
  now = Date.now,
  denied,
}: SchedulerOptions): Promise<LocalScheduler> {
  const delivery = openDelivery(sqsEndpoint);
  const schedules = new Schedules(delivery, now);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  enforcePermissions(server, denied);
  const endpoint = await listenLocally(server);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [status, body, error] = create(request, await text(request));
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(error && { 'x-amzn-errortype': error }),
    });
    response.end(JSON.stringify(body));
  }

  function create({ method, url = '' }: IncomingMessage, body: string): Answer {
    const [, name] = /^\/schedules\/([^/?]+)$/.exec(url) ?? [];
    if (method !== 'POST' || !name) return refusal('UnknownOperationException', `${method} ${url}`);
    const given = readScheduleRequest(decodeURIComponent(name), body);
    if (typeof given === 'string') return refusal('ValidationException', given);
    if (given.GroupName !== groupName) {
      return refusal('ResourceNotFoundException', `Schedule group ${given.GroupName} does not exist.`);
    }
    if (given.Target.RoleArn !== roleArn) {
      const why = 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.';
      return refusal('ValidationException', why);
    }
    const known = schedules.find(name);
    if (known && known.ClientToken !== given.ClientToken) {
      return refusal('ConflictException', `Schedule ${name} already exists.`);
    }
    if (!known) {
      if (timeOf(given) <= now()) {
        return refusal('ValidationException', 'The schedule expression lies in the past.');
      }
      schedules.add(name, given);
    }
    const ScheduleArn = `arn:aws:scheduler:${localRegion}:${ACCOUNT}:schedule/${groupName}/${name}`;
    return [200, { ScheduleArn }];
  }

  return {
    endpoint,
    groupName,
    roleArn,
    get waiting() {
      return schedules.waiting;
    },
    catchUp: () => schedules.catchUp(),
    async close() {
      schedules.close();
      await closeServer(server);
      delivery.close();
    },
  };
}

type Answer = [status: number, body: object, error?: string];

const STATUS: Record<string, number> = { ConflictException: 409, ResourceNotFoundException: 404 };

function refusal(error: string, Message: string): Answer {
  return [STATUS[error] ?? 400, { Message }, error];
}
