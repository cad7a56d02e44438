import type { AccountAnswer, AccountRequest } from './account-request.ts';

/** What the embedded DynamoDB knows nothing of. */
export interface TableSettings {
  /** The attribute that says when items expire. */
  ttl?: string;
  isProtected: boolean;
  /** Such as `ACTIVE`. */
  status: string;
  hasIndexes: boolean;
}

/**
 * Has a DynamoDB describe its table, and puts these settings into what it says.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html
 */
export async function describeTable(
  endpoint: string,
  { ttl, isProtected, status, hasIndexes }: TableSettings,
  { request, body }: AccountRequest,
): Promise<AccountAnswer> {
  const { authorization = '', 'x-amz-target': target = '', 'x-amz-date': date = '' } = request.headers;
  const headers = {
    authorization,
    'x-amz-target': String(target),
    'x-amz-date': String(date),
    'content-type': 'application/x-amz-json-1.0',
  };
  const response = await fetch(endpoint, { method: 'POST', body, headers });
  const said = (await response.json()) as { Table?: object; TimeToLiveDescription?: object };
  if (said.TimeToLiveDescription && ttl !== undefined) {
    said.TimeToLiveDescription = { TimeToLiveStatus: 'ENABLED', AttributeName: ttl };
  }
  if (said.Table) {
    Object.assign(said.Table, { TableStatus: status, DeletionProtectionEnabled: isProtected });
    if (!hasIndexes) Object.assign(said.Table, { GlobalSecondaryIndexes: undefined });
  }
  return {
    status: response.status,
    body: JSON.stringify(said),
    headers: { 'content-type': 'application/x-amz-json-1.0' },
  };
}
