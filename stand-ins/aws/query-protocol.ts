import type { AccountAnswer, AccountRequest } from './account-request.ts';

/** A service that speaks AWS's Query protocol: a form comes in, XML goes out. */
export interface QueryService {
  /** As IAM calls it: `sns`. */
  name: string;
  version: string;
  /** Of its XML. */
  namespace: string;
  /** By action. What is given has neither `Action` nor `Version`. */
  actions: Readonly<Record<string, (parameters: Parameters) => QueryAnswer>>;
}

export type Parameters = Readonly<Record<string, string>>;

export type QueryAnswer = Result | Refusal;

interface Result {
  result: Xml;
}

interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** Elements by their names; of a list, each is a `member`. */
type Xml = string | { [name: string]: Xml } | Xml[];

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function answerQuery(
  { name, version, namespace, actions }: QueryService,
  { body, allows }: AccountRequest,
): AccountAnswer {
  const { Action = '', Version, ...parameters } = Object.fromEntries(new URLSearchParams(body));
  const run = Version === version ? actions[Action] : undefined;
  const answer = (): QueryAnswer => {
    if (!run)
      return refusal(400, 'InvalidAction', `Could not find operation ${Action} for version ${Version}`);
    const message = `User: operator is not authorized to perform: ${name}:${Action}`;
    return allows(`${name}:${Action}`) ? run(parameters) : refusal(403, 'AccessDenied', message);
  };
  const [status, xml] = written(Action, namespace, answer());
  return { status, body: xml, headers: { 'content-type': 'text/xml' } };
}

export const refusal = (status: number, code: string, message: string): Refusal => ({
  status,
  code,
  message,
});

function written(action: string, namespace: string, answer: QueryAnswer): [number, string] {
  const RequestId = '21113b58-b7e4-11e2-91fa-05ec834fa451';
  if ('code' in answer) {
    const error = { Type: 'Sender', Code: answer.code, Message: answer.message };
    return [answer.status, element('ErrorResponse', { Error: error, RequestId }, namespace)];
  }
  const content = { [`${action}Result`]: answer.result, ResponseMetadata: { RequestId } };
  return [200, element(`${action}Response`, content, namespace)];
}

function element(name: string, content: Xml, namespace?: string): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<${name}${attribute}>${inner(content)}</${name}>`;
}

function inner(content: Xml): string {
  if (typeof content === 'string') return escaped(content);
  if (Array.isArray(content)) return content.map((one) => element('member', one)).join('');
  return Object.entries(content)
    .map(([name, one]) => element(name, one))
    .join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
