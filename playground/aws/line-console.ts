import { Console } from 'node:console';
import { Writable } from 'node:stream';

/** A console that hands each printed line to `log`, as Lambda hands them to CloudWatch. */
export function lineConsole(log: (line: string) => void): Console {
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      for (const line of text.split('\n')) if (line) log(line);
      done();
    },
  });
  return new Console({ stdout: stream, stderr: stream, colorMode: false });
}
