import { firstVoteAndReveal, voteAndReveal } from './scenarios/reveals.ts';
import { handOver, leaveAndFreeze } from './scenarios/roles.ts';
import { searchAll } from './search/exhaustive.ts';

for (const scenario of [voteAndReveal, firstVoteAndReveal, handOver, leaveAndFreeze]) {
  const t = Date.now();
  const r = await searchAll({ scenario, atMost: 20000 });
  console.log(
    scenario.name,
    r.tried,
    r.complete,
    r.failures.length,
    Date.now() - t,
    'ms',
    JSON.stringify(r.failures[0]?.violations),
  );
}
