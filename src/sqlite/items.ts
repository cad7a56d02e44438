import { type EpochSeconds, epochSeconds } from '../time.ts';
import type { Database } from './database.ts';

/** Where an item is: the keys of DynamoDB's table, see ARCHITECTURE.md. */
export type Key = readonly [pk: string, sk: string];

/** Values under keys. What has expired counts as absent, whether it was swept or not. */
export function openItems({ now, all, get, run }: Database) {
  const seconds = (): number => epochSeconds(now());
  return {
    get<T>([pk, sk]: Key): T | undefined {
      const row = get<{ body: string }>(
        'SELECT body FROM items WHERE pk = ? AND sk = ? AND (expires IS NULL OR expires > ?)',
        ...[pk, sk, seconds()],
      );
      return row && (JSON.parse(row.body) as T);
    },

    /** Those whose second key begins so, in its order. */
    list<T>([pk, prefix]: Key, { newestFirst } = { newestFirst: false }): T[] {
      const rows = all<{ body: string }>(
        `SELECT body FROM items WHERE pk = ? AND sk >= ? AND sk < ? AND (expires IS NULL OR expires > ?)
        ORDER BY sk ${newestFirst ? 'DESC' : 'ASC'}`,
        ...[pk, prefix, `${prefix}\u{10ffff}`, seconds()],
      );
      return rows.map(({ body }) => JSON.parse(body) as T);
    },

    /** `person`: finds it for whoever has created or joined its session. Without `expires` it is kept for good. */
    put([pk, sk]: Key, value: object, { expires, person }: { expires?: EpochSeconds; person?: string } = {}) {
      run(
        'INSERT OR REPLACE INTO items (pk, sk, body, expires, person) VALUES (?, ?, ?, ?, ?)',
        ...[pk, sk, JSON.stringify(value), expires ?? null, person ?? null],
      );
    },

    remove([pk, sk]: Key): void {
      run('DELETE FROM items WHERE pk = ? AND sk = ?', pk, sk);
    },

    /** The first keys of what belongs to somebody, the last first. */
    keysOf(person: string): string[] {
      const rows = all<{ pk: string }>(
        `SELECT DISTINCT pk FROM items WHERE person = ? AND (expires IS NULL OR expires > ?) ORDER BY pk DESC`,
        ...[person, seconds()],
      );
      return rows.map(({ pk }) => pk);
    },
  };
}
