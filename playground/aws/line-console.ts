import { Console } from 'node:console';
import { Writable } from 'node:stream';

/** An output that hands each line to `log`, as Lambda hands them to CloudWatch. */
export function lineStream(log: (line: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      for (const line of text.split('\n')) if (line) log(line);
      done();
    },
  });
}

export function lineConsole(stream: Writable): Console {
  return new Console({ stdout: stream, stderr: stream, colorMode: false });
}
