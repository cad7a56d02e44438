import { type Json, parseObject } from '../../stand-ins/slack/blockkit/json.ts';

/** Secrets of the test workspaces, and the paths of response_urls, each of which is a key to a channel. */
const SECRETS = [
  /signing-secret-of-the-tests/,
  /xoxb-token-of-the-tests/,
  /\/(actions|commands|app)\/T0\w+\/\d+\//,
  // A button's value with its card, or what a voter is told.
  /[0-9A-HJKMNP-TV-Z]{26}\.\d+\.\d+\.\S/,
  /You voted/,
];

/** What is wrong with a log: lines that are no JSON, lack what an operator looks for, or tell a secret. */
export function problemsOfLog(lines: readonly string[], secrets: readonly RegExp[] = []): string[] {
  return lines.flatMap((line) => {
    const entry = parseObject(line);
    const problems = [...SECRETS, ...secrets].filter((secret) => secret.test(line)).map(String);
    if (!entry) problems.push('no JSON');
    else if (!isMetric(entry)) problems.push(...missingIn(entry));
    return problems.map((problem) => `${problem}: ${line}`.slice(0, 600));
  });
}

/** In CloudWatch's embedded metric format. */
const isMetric = (entry: Json): boolean => '_aws' in entry;

function missingIn(entry: Json): string[] {
  const wanted = ['time', 'level', 'message', 'service', 'requestId'];
  if ('sessionId' in entry) wanted.push('teamId');
  return wanted.filter((name) => typeof entry[name] !== 'string').map((name) => `no ${name}`);
}
