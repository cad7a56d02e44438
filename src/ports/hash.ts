import { createHash } from 'node:crypto';
import type { Rendering } from './chat.ts';

/** Equal for what looks the same; short, because it is stored. */
export function hashOf(said: Rendering | string): string {
  const told = typeof said === 'string' ? said : JSON.stringify([said.text, said.blocks]);
  return createHash('sha256').update(told).digest('base64url').slice(0, 22);
}

/** Tells secrets apart without saying what they are. */
export const fingerprintOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 22);
