import type {
  ActionRequest,
  Answer,
  CommandRequest,
  HomeRequest,
  LocaleRequest,
  MessageRequest,
  ShortcutRequest,
  ViewRequest,
} from '../../../protocol.ts';

export const sendCommand = (request: CommandRequest) => post('command', request);
export const sendMessage = (request: MessageRequest) => post('message', request);
export const sendAction = (request: ActionRequest) => post('action', request);
export const openHome = (request: HomeRequest) => post('home', request);
export const sendShortcut = (request: ShortcutRequest) => post('shortcut', request);
export const setLocale = (request: LocaleRequest) => post('locale', request);
export const submitView = (request: ViewRequest) => post('submit', request);
export const closeView = (request: ViewRequest) => post('close', request);

/** Never throws: a server that can't be reached is an answer too. */
async function post(what: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(`/playground/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: Answer = await response.json();
    return answer;
  } catch {
    return { ok: false, error: 'The playground’s server can’t be reached. Is it still running?' };
  }
}
