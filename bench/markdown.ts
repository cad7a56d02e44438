/** One or two numbers, or a word in their place. */
const NUMBERS = /^(never|[\d.,–/ %$]*)$/;

/** A Markdown table. Numbers are to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumeric = head.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || NUMBERS.test(String(row[column]))),
  );
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(isNumeric.map((right) => (right ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** With two significant digits below ten and none after the point above. */
export const short = (value: number): string =>
  value === 0
    ? '0'
    : value < 10
      ? String(Number(value.toPrecision(2)))
      : Math.round(value).toLocaleString('en');
