/**
 * Reads CSV as strictly as RFC 4180 has it: CRLF after each record, the same number of cells in each, quotes around
 * a whole cell and doubled within it. @throws {Error} on anything else
 */
export function readCsv(csv: string): string[][] {
  const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (CELL.lastIndex < csv.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(csv);
    if (!match) throw new Error(`No cell of RFC 4180 at ${at}: ${JSON.stringify(csv.slice(at, at + 40))}`);
    const [, quoted, bare = '', end] = match;
    record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('The last record has no end');
  if (records.some(({ length }) => length !== records[0]?.length))
    throw new Error('Records of various lengths');
  return records;
}
