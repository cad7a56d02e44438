import { createHash } from 'node:crypto';
import type { Rendering } from './chat.ts';

/** Equal for renderings that look the same; short, for it is stored with the session. */
export function hashOf({ text, blocks }: Rendering): string {
  return createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('base64url')
    .slice(0, 22);
}

/** Tells secrets apart without saying what they are. */
export const fingerprintOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 22);
