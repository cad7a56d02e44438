import { play, type Schedule } from './run.ts';
import { shrink } from './shrink.ts';

/** A failing schedule as short as it gets, what it breaks, what happens in it, and how to play it again. */
export async function report(failing: Schedule): Promise<string> {
  const short = await shrink(failing);
  const lines: string[] = [];
  const { violations } = await play(short, (line) => lines.push(line));
  return [
    `${failing.scenario.name}: ${violations.map(({ promise, text }) => `${promise}: ${text}`).join('; ')}`,
    ...lines.map((line) => `  ${line}`),
    ...(failing.plant ? [] : [`Again: ${command(short)}`]),
  ].join('\n');
}

/** The command that plays it again, with all that happens. */
function command({ scenario, choices, fault }: Schedule): string {
  const words = ['npm run simulate -- --scenario', `'${scenario.name}'`];
  if ('seed' in choices) words.push('--seed', String(choices.seed));
  else words.push('--choices', choices.join('.') || '0');
  if (fault) words.push('--fault', fault === 'none' ? 'none' : `'${fault.at}:${fault.what}'`);
  return words.join(' ');
}
