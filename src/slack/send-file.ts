import type { WebClient } from '@slack/web-api';
import type { Outcome, PrivateLine, TextFile } from '../ports/chat.ts';
import { type Millis, SECOND } from '../time.ts';
import type { Fetch } from './https-fetch.ts';
import { NO_UNFURLS } from './no-unfurls.ts';
import { failureOf, outcome } from './outcome.ts';

/** Kept short, because `publish` has ten seconds for all of it. */
const UPLOAD_TIMEOUT: Millis = 2.5 * SECOND;

/**
 * A file needs the id of a conversation, which only a message in it tells, and no message may be there where there can
 * be no file. So it is uploaded first, and nobody sees anything of it; not with `filesUploadV2`, which does all in one.
 * https://docs.slack.dev/messaging/working-with-files#upload
 */
export async function uploadFile(
  { client, fetch }: { client: WebClient; fetch: Fetch },
  { name, content }: TextFile,
): Promise<Outcome<string>> {
  const bytes = Buffer.from(content);
  const place = await outcome(
    client.files.getUploadURLExternal({ filename: name, length: bytes.length }),
    ({ upload_url = '', file_id = '' }) => ({ url: upload_url, id: file_id }),
  );
  if (!place.ok) return place;
  const uploaded = await upload(fetch, place.value.url, bytes);
  return uploaded.ok ? { ok: true, value: place.value.id } : uploaded;
}

/** Says the line, then shares the file in the conversation where it stands. */
export async function shareFile(
  client: WebClient,
  userId: string,
  { id, name }: { id: string; name: string },
  line: PrivateLine,
): Promise<Outcome> {
  const said = await outcome(
    client.chat.postMessage({ channel: userId, ...line, ...NO_UNFURLS }),
    ({ channel }) => channel ?? '',
  );
  if (!said.ok) return said;
  const shared = await outcome(
    client.files.completeUploadExternal({ files: [{ id, title: name }], channel_id: said.value }),
  );
  // The line stands there already: another try would say it twice.
  if (shared.ok || shared.failure.kind !== 'rate_limited') return shared;
  return { ok: false, failure: { kind: 'unknown', error: 'rate limited' } };
}

async function upload(fetch: Fetch, url: string, bytes: Uint8Array): Promise<Outcome<undefined>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT),
    });
    if (response.ok) return { ok: true, value: undefined };
    return { ok: false, failure: { kind: 'unknown', error: `HTTP ${response.status}` } };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}
