import { short, table } from '../markdown.ts';
import { billFor, totalOf, type Usage } from '../price/bill.ts';
import { STORIES, VOTERS } from '../price/measure.ts';
import { PRICES_AS_OF } from '../prices.ts';

const SESSIONS = 1000;

export function priceReport(usage: Usage): string {
  const bill = billFor(usage, SESSIONS);
  const dollars = (amount: number) => `$${amount.toFixed(3)}`;
  const rows = bill.map(({ name, amount, dollars: price }) => [name, short(amount), dollars(price)]);
  return [
    `## Price of ${SESSIONS.toLocaleString('en')} sessions`,
    '',
    table(['', 'amount', 'price'], [...rows, ['**together**', '', `**${dollars(totalOf(bill))}**`]]),
    '',
    `One session of ${VOTERS} voters and ${STORIES} stories, measured and multiplied; list prices of ${PRICES_AS_OF}, no free`,
    'tier. Durations are those of this machine with its stand-ins. The local queue hands out one message of a session',
    'at a time where SQS hands out up to ten: the real `publish` runs less often. Not in it: Lambda’s polling of the idle',
    'queue (five long polls of 20 s, some 650,000 requests or $0.32 a month) and storage.',
  ].join('\n');
}
