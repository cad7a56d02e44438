/** What does not change Slack may matter too (time, the app's store): look at least this often. */
const POLL_MS = 20;

/**
 * Waits until `probe` returns something truthy, and returns that. What `probe` throws counts as "not yet".
 * @param subscribe tells when it is worth looking again
 * @throws {Error} after `timeoutMs`
 */
export async function waitUntil<T>(
  subscribe: (listener: () => void) => () => void,
  probe: () => T,
  timeoutMs: number,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = attempt(probe);
    if ('value' in found && found.value) return found.value;
    if (performance.now() > deadline)
      throw new Error(`Not within ${timeoutMs} ms: ${probe}`, { cause: found });
    await nextChange(subscribe);
  }
}

async function nextChange(subscribe: (listener: () => void) => () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = subscribe(resolve);
  const timer = setTimeout(resolve, POLL_MS);
  await promise;
  clearTimeout(timer);
  stop();
}

function attempt<T>(probe: () => T): { value: T } | { error: unknown } {
  try {
    return { value: probe() };
  } catch (error) {
    return { error };
  }
}
