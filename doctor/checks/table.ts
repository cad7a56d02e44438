import type { Finding } from '../finding.ts';

/** The table, as DynamoDB describes it. */
export interface TableFacts {
  status: string;
  /** The attribute that says when items expire; absent if none does. */
  ttl?: string;
  /** By name, with their status. */
  indexes: Readonly<Record<string, string>>;
  isProtected: boolean;
}

export function checkTable({ status, ttl, indexes, isProtected }: TableFacts): Finding[] {
  const findings: Finding[] = [];
  const add = (what: string, why: string, todo = 'Deploy again') => findings.push({ what, why, todo });
  if (status !== 'ACTIVE') add(`The table is ${status}`, 'nothing can be stored', 'Look at it in DynamoDB');
  if (ttl !== 'expirationTime') {
    const what = ttl === undefined ? 'Nothing in the table expires' : `The table expires items by ${ttl}`;
    add(what, 'sessions are never deleted, and cost more every day');
  }
  const index = indexes.byUser;
  if (index !== 'ACTIVE') {
    const why = '/groom mine, vote, reveal and next find no session';
    add(`The index byUser is ${index ?? 'missing'}`, why);
  }
  if (!isProtected) add('The table is not protected from deletion', 'a wrong click loses every session');
  return findings;
}
