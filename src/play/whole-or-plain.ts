import { isAboutContent, type Outcome, type Rendering } from '../ports/chat.ts';
import type { LogFields } from '../ports/log.ts';
import type { Deps } from './deps.ts';

interface Sent<T> {
  sent: Outcome<T>;
  /** What was sent last. */
  message: Rendering;
  /** Whether Slack has refused what the whole picture says, and has got the plain one. */
  isPlain: boolean;
}

/** Sends a picture to Slack; in a plain form, if Slack refuses what it says, which is logged with `of`. */
export async function wholeOrPlain<T>(
  { log, metrics }: Pick<Deps, 'log' | 'metrics'>,
  of: LogFields,
  { rendering, plain }: { rendering: Rendering; plain(): Rendering },
  send: (rendering: Rendering) => Promise<Outcome<T>>,
): Promise<Sent<T>> {
  const whole = await send(rendering);
  if (whole.ok || !isAboutContent(whole.failure)) return { sent: whole, message: rendering, isPlain: false };
  metrics.count('PublishFailures');
  log.error('picture refused', { ...of, why: whole.failure.error });
  const message = plain();
  return { sent: await send(message), message, isPlain: true };
}
