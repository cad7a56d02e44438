/**
 * The ids of the messages that a batch's response leaves in the queue: all of them if the response is not of the
 * form `{ batchItemFailures: [{ itemIdentifier }] }` or names a message that isn't in the batch; none if it is
 * empty or null.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#sqs-batchfailurereporting-conditions
 */
export function failedIds(response: unknown, batchIds: readonly string[]): Set<string> {
  const all = new Set(batchIds);
  if (response === null || response === undefined) return new Set();
  if (typeof response !== 'object') return all;
  const failures: unknown = 'batchItemFailures' in response ? response.batchItemFailures : null;
  if (failures === null) return new Set();
  if (!Array.isArray(failures)) return all;
  const failed = new Set<string>();
  for (const failure of failures as unknown[]) {
    const id = identifier(failure);
    if (id === undefined || !all.has(id)) return all;
    failed.add(id);
  }
  return failed;
}

function identifier(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('itemIdentifier' in failure)) return undefined;
  return typeof failure.itemIdentifier === 'string' ? failure.itemIdentifier : undefined;
}
