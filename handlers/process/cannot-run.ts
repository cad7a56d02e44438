/**
 * How a process that can't run ends, by the custom of sysexits.h. A supervisor starts it again after `unavailable` alone:
 * everything else is for somebody to mend.
 * https://man.freebsd.org/cgi/man.cgi?query=sysexits
 */
export const EXIT_CODES = {
  /** Slack or the network can't be reached; it may pass. */
  unavailable: 69,
  /** A file or folder can't be read or written, or others may read it. */
  noPermission: 77,
  /** A token or a variable is wrong or missing. */
  config: 78,
} as const;

/** Why Groom can't run: one line, which says what to do and holds no token. */
export class CannotRun extends Error {
  readonly exitCode: number;

  constructor(reason: keyof typeof EXIT_CODES, message: string) {
    super(message);
    this.exitCode = EXIT_CODES[reason];
  }
}

/** What the system says of a file, in a word: `ENOENT`, not its path once more. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
