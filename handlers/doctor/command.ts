import type { Notice } from '../../src/game/notice.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { TypedCommand } from '../receive/interaction.ts';
import type { Received } from '../receive/receiver.ts';
import { placesIn } from './places.ts';

const DOCTOR = /^\s*doctor(?:\s|$)/i;

/**
 * `/groom doctor …`, for those whom the operator has named: what has arrived of it, character by character. For everybody
 * else it is a title.
 */
export function doctorCommand(
  { admins }: Pick<Deps, 'admins'>,
  { userId, text }: TypedCommand,
  raw: Received['raw'],
): Notice | undefined {
  if (!admins?.has(userId) || !DOCTOR.test(text)) return undefined;
  const lines = [JSON.stringify(text), unusualIn(text), ...placesIn(raw)].filter(Boolean);
  return { kind: 'doctor', about: 'What arrived:', lines, offers: true };
}

/** `U+1F680 🚀 U+201C “`: characters that may have become others on their way. */
function unusualIn(text: string): string {
  const unusual = [...new Set(text)].filter((one) => (one.codePointAt(0) ?? 0) > 126);
  return unusual.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()} ${one}`).join(' ');
}
