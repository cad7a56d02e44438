import type { BurstRow } from '../burst/measure.ts';

/** Two colours and a grey that can be read on white and on black alike. */
const OURS = '#2f9e6e';
const NAIVE = '#d9703f';
const WIDTH = 760;
const ROW = 44;
const TOP = 64;
const LABEL = 150;
/** Where the bars end and the words begin. */
const BARS = 280;

/**
 * The bursts of one weather as a picture: bars for updates (of Slack's 50 a minute), words for what went wrong.
 * The same rows give the same bytes.
 */
export function burstSvg(rows: readonly BurstRow[]): string {
  const crowds = [...new Set(rows.map(({ crowd }) => crowd))];
  const most = Math.max(1, ...rows.map(({ updates }) => updates.median));
  const height = TOP + crowds.length * ROW + 16;
  const weather = rows[0]?.weather ?? '';
  const groups = crowds.map((crowd, index) => {
    const y = TOP + index * ROW;
    const own = rows.filter((row) => row.crowd === crowd);
    return [text(0, y + 19, `${crowd}`), ...own.map((row) => bar(row, y + barOffset(row), most))].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 0 ${WIDTH + 16} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>Updates of the message and what went wrong, Groom beside a naive app</title>
<style>text { fill: #57606a } @media (prefers-color-scheme: dark) { text { fill: #c9d1d9 } }</style>
${text(0, 20, `Calls of chat.update for one burst of votes (Slack: ${weather})`, ' font-weight="600"')}
${legend(0, 'Groom', OURS)}
${legend(80, 'naive: every tap updates the message', NAIVE)}
${groups.join('\n')}
</svg>
`;
}

const barOffset = ({ subject }: BurstRow): number => (subject === 'ours' ? 4 : 20);

function bar({ subject, updates, lost, wrong, runs, votes }: BurstRow, y: number, most: number): string {
  const width = Math.max(2, Math.round((BARS * updates.median) / most));
  const colour = subject === 'ours' ? OURS : NAIVE;
  const percent = Math.round((100 * lost) / votes);
  const trouble =
    lost + wrong === 0
      ? 'nothing lost, never wrong'
      : `${lost > 0 && percent === 0 ? '<1' : percent} % of votes lost, wrong in ${wrong} of ${runs}`;
  return [
    `<rect x="${LABEL}" y="${y}" width="${width}" height="12" rx="2" fill="${colour}"/>`,
    text(LABEL + width + 8, y + 11, `${updates.median} · ${trouble.replace('<', '&lt;')}`, ' font-size="12"'),
  ].join('\n');
}

const legend = (x: number, label: string, colour: string): string =>
  `<circle cx="${x + 5}" cy="41" r="5" fill="${colour}"/>\n${text(x + 16, 45, label)}`;

const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more}>${content}</text>`;
