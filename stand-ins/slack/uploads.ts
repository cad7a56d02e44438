import type { Core } from './core.ts';
import type { Reply } from './http.ts';

/**
 * Takes a file's content, as raw bytes or in a multipart form. Refuses any other length than was announced.
 * @see https://docs.slack.dev/reference/methods/files.getUploadURLExternal "Usage info"
 */
export async function receiveUpload(core: Core, path: string, type: string, body: Buffer): Promise<Reply> {
  const began = performance.now();
  const content = type.startsWith('multipart/form-data') ? await formContent(type, body) : body;
  const reply = store(core, path, content);
  core.journal.addTraffic({
    at: core.clock.now(),
    direction: 'to Slack',
    name: 'upload',
    outcome: reply.status === 200 ? '200' : `${reply.status} ${String(reply.body)}`,
    ms: Math.round(performance.now() - began),
    request: content.toString('utf8'),
    response: reply.body,
  });
  core.changed();
  return reply;
}

/** The first file of a form; nothing when there is none. */
async function formContent(type: string, body: Buffer): Promise<Buffer> {
  const headers = { 'Content-Type': type };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => new FormData());
  const file = [...form.values()].find((value) => value instanceof Blob);
  return file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}

function store(core: Core, path: string, content: Buffer): Reply {
  const file = core.files.atPath(path);
  if (file === undefined || file.completed) return { status: 404, body: 'upload not found' };
  if (content.length !== file.length) {
    return { status: 400, body: `expected ${file.length} bytes, but got ${content.length}` };
  }
  file.content = content;
  return { status: 200, body: `OK - ${content.length}` };
}
