import type { PublishDeps } from '../../src/publish/deps.ts';
import type { Readers } from '../../src/publish/readers.ts';

/** What the jobs of the queue work with. */
export interface JobDeps extends PublishDeps {
  readers: Readers;
}
