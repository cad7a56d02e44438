import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { localRegion } from './credentials.ts';
import { closeServer, listenLocally } from './listen.ts';
import { type Denied, enforcePermissions } from './permissions.ts';

export interface LocalSsm {
  endpoint: string;
  /** Writes a parameter, a SecureString unless told otherwise, as its next version if it is there already. */
  put(name: string, value: string, type?: ParameterType): void;
  remove(name: string): void;
  /** From now on answers nothing but this error; `undefined`: as usual again. */
  refuse(error: string | undefined): void;
  /** Calls so far, refused ones included. */
  readonly calls: number;
  close(): Promise<void>;
}

type ParameterType = 'SecureString' | 'String';

export interface SsmOptions {
  /** What is in the store from the start: name → value. */
  parameters?: Record<string, string>;
  /** Refuses what goes beyond; 40 unless an account has paid for more. */
  callsPerSecond?: number | undefined;
  /** Of each answer, in ms; 0 by default. */
  latency?: number | undefined;
  /** Milliseconds since the epoch; the computer's clock if absent. */
  now?: (() => number) | undefined;
  denied?: Denied | undefined;
}

interface Version {
  value: string;
  type: ParameterType;
  /** Epoch seconds. */
  modifiedAt: number;
}

type Answer = { status: number; body: object };

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
const MAX_NAMES = 10;

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-throughput.html */
const HIGH_THROUGHPUT = '/ssm/parameter-store/high-throughput-enabled';
const USUAL_CALLS = 40;

/**
 * An SSM Parameter Store in this process, as far as reading goes. A name may end in `:<version>`.
 * What GetParameters doesn't find it reports, and GetParameter refuses. Both count towards one limit.
 * https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm
 */
export async function startSsm(options: SsmOptions = {}): Promise<LocalSsm> {
  const { parameters = {}, callsPerSecond = USUAL_CALLS, latency = 0, now = Date.now } = options;
  const store = new Map<string, Version[]>();
  const admit = tokenBucket(callsPerSecond);
  let calls = 0;
  let error: string | undefined;

  const put = (name: string, value: string, type: ParameterType = 'SecureString') => {
    store.set(name, [...(store.get(name) ?? []), { value, type, modifiedAt: now() / 1000 }]);
  };
  for (const [name, value] of Object.entries(parameters)) put(name, value);

  function find(asked: string, decrypted: boolean): object | undefined {
    const [, name = '', selector] = /^(.+?)(:\d+)?$/.exec(asked) ?? [];
    const versions = store.get(name) ?? [];
    const Version = selector ? Number(selector.slice(1)) : versions.length;
    const version = versions[Version - 1];
    if (!version) return undefined;
    return {
      Name: name,
      Type: version.type,
      Value: decrypted || version.type === 'String' ? version.value : encrypted(version.value),
      Version,
      ...(selector && { Selector: selector }),
      LastModifiedDate: version.modifiedAt,
      ARN: `arn:aws:ssm:${localRegion}:000000000000:parameter${name}`,
      DataType: 'text',
    };
  }

  const operations: Record<string, (request: Record<string, unknown>) => Answer> = {
    'AmazonSSM.GetParameters'({ Names, WithDecryption }) {
      if (!Array.isArray(Names) || Names.length === 0 || Names.length > MAX_NAMES) {
        return refusal('ValidationException', `Names must have 1 to ${MAX_NAMES} members`);
      }
      const names = Names.map(String);
      if (new Set(names).size < names.length) {
        return refusal('ValidationException', 'Names must not contain duplicates');
      }
      const found = names.map((name) => [name, find(name, WithDecryption === true)] as const);
      const InvalidParameters = found.filter(([, parameter]) => !parameter).map(([name]) => name);
      const Parameters = found.flatMap(([, parameter]) => parameter ?? []);
      return { status: 200, body: { Parameters, InvalidParameters } };
    },
    'AmazonSSM.GetParameter'({ Name, WithDecryption }) {
      const Parameter = find(String(Name), WithDecryption === true);
      return Parameter ? { status: 200, body: { Parameter } } : refusal('ParameterNotFound', '');
    },
    'AmazonSSM.GetServiceSetting'({ SettingId }) {
      if (SettingId !== HIGH_THROUGHPUT) return refusal('ServiceSettingNotFound', '');
      // A setting that nobody has touched has the value that AWS gave it.
      const isFast = callsPerSecond > USUAL_CALLS;
      const ServiceSetting = {
        SettingId,
        SettingValue: String(isFast),
        Status: isFast ? 'Customized' : 'Default',
        ARN: `arn:aws:ssm:${localRegion}:000000000000:servicesetting${HIGH_THROUGHPUT}`,
      };
      return { status: 200, body: { ServiceSetting } };
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    calls++;
    const operation = operations[String(request.headers['x-amz-target'])];
    const asked = JSON.parse(await text(request)) as Record<string, unknown>;
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    const refused = error ?? (admit() ? undefined : 'ThrottlingException');
    const { status, body } = refused
      ? refusal(refused, 'Rate exceeded')
      : (operation?.(asked) ?? refusal('UnknownOperationException', ''));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  enforcePermissions(server, options.denied);
  return {
    endpoint: await listenLocally(server),
    put,
    refuse(always) {
      error = always;
    },
    remove: (name) => store.delete(name),
    get calls() {
      return calls;
    },
    close: () => closeServer(server),
  };
}

function refusal(type: string, message: string): Answer {
  return { status: 400, body: { __type: type, message } };
}

/** What a SecureString is to those who don't have it decrypted. */
function encrypted(value: string): string {
  return `AQICAHh${Buffer.from(value).toString('base64')}`;
}

/** Admits a second's worth at once, and then as many a second. */
function tokenBucket(perSecond: number): () => boolean {
  let tokens = perSecond;
  let filledAt = performance.now();
  return () => {
    const at = performance.now();
    tokens = Math.min(perSecond, tokens + ((at - filledAt) / 1000) * perSecond);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
