import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CannotRun } from './cannot-run.ts';

/** A terminal, as `process` has it. */
interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * Asks for a secret, which isn't shown as it is typed or pasted.
 * @returns the first line that isn't empty, without the space around it
 * @throws {CannotRun} when Ctrl-C is pressed, or nothing more can be typed
 */
export async function askSecret({ input, output }: Terminal, question: string): Promise<string> {
  // Readline echoes what it reads to its output: that is nowhere.
  const nowhere = new Writable({ write: (_, __, written) => written() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  const { promise: cancelled, reject } = Promise.withResolvers<never>();
  const cancel = () => reject(new CannotRun('config', 'Nothing was typed, so nothing has changed.'));
  lines.once('SIGINT', cancel).once('close', cancel);
  try {
    for (;;) {
      output.write(question);
      const line = (await Promise.race([lines.question(''), cancelled])).trim();
      output.write('\n');
      if (line !== '') return line;
    }
  } finally {
    lines.close();
    // It comes last of all, and nobody waits for it any more.
    cancelled.catch(() => undefined);
  }
}
