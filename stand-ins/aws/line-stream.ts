import { Writable } from 'node:stream';

/** A stream that hands each line written to it to `log`, as Lambda hands them to CloudWatch. */
export function lineStream(log: (line: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      for (const line of text.split('\n')) if (line) log(line);
      done();
    },
  });
}
