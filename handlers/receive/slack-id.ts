/**
 * Slack's ids: a letter for the kind, then letters and digits, some ten in all.
 * They become keys of DynamoDB and message groups of SQS, which take neither everything nor anything of any length.
 */
const SLACK_ID = /^[A-Z][A-Z0-9]{1,39}$/;

export function isSlackId(value: unknown): value is string {
  return typeof value === 'string' && SLACK_ID.test(value);
}
