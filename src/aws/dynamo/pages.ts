import type { QueryCommandOutput, ScanCommandOutput } from '@aws-sdk/client-dynamodb';

type Page = Pick<QueryCommandOutput | ScanCommandOutput, 'Items' | 'LastEvaluatedKey'>;

/** The items of all pages. */
export async function pagesOf(page: (after: Page['LastEvaluatedKey']) => Promise<Page>) {
  const items: NonNullable<Page['Items']> = [];
  let after: Page['LastEvaluatedKey'];
  do {
    const { Items = [], LastEvaluatedKey } = await page(after);
    items.push(...Items);
    after = LastEvaluatedKey;
  } while (after);
  return items;
}
