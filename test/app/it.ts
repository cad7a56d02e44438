import { test } from 'vitest';
import { openRoom } from './room.ts';
import { startTimeTravel } from './time-travel.ts';
import { startWorkspace, type WorkspaceOptions } from './workspace.ts';

/**
 * `it` in a workspace that a file's tests share: `w`. Each has a room of its own there: `room`. They don't meet, and
 * so may run side by side.
 */
export const inWorkspace = (given: WorkspaceOptions = {}) =>
  test
    .extend('options', { scope: 'file' }, () => given)
    .extend('w', { scope: 'file' }, async ({ options }, { onCleanup }) => {
      const w = await startWorkspace(options);
      onCleanup(() => w.close());
      return w;
    })
    .extend('room', ({ w }) => openRoom(w));

export const it = inWorkspace();

/** `it` in a workspace that nobody else is in, whose clock the test may set ahead: `await w.later(5 * MINUTE)`. */
export const inOwnWorkspace = (given: WorkspaceOptions = {}) =>
  test
    .extend('options', () => given)
    .extend('w', async ({ options }, { onCleanup }) => {
      const w = await startTimeTravel(options);
      onCleanup(() => w.close());
      return w;
    })
    .extend('room', ({ w }) => openRoom(w));

export const alone = inOwnWorkspace();
