/** A database that can't be opened, backed up or restored: one line for whoever runs Groom. */
export class CannotOpen extends Error {
  constructor(line: string, cause?: unknown) {
    super(line, { cause });
    this.name = 'CannotOpen';
  }
}
