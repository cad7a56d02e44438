import type { Installation } from '../../src/play/installation.ts';
import type { Readers } from '../../src/play/readers.ts';
import type { PublishDeps } from '../../src/publish/deps.ts';

/** What the jobs of the queue work with. */
export interface JobDeps extends PublishDeps {
  readers: Readers;
  installation: Installation;
}
