import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askSecret } from '../../../handlers/process/ask.ts';

/** A terminal at which somebody sits, and all that it shows. */
function terminal() {
  const input = new PassThrough();
  const shown: string[] = [];
  const output = new PassThrough().on('data', (data) => shown.push(String(data)));
  return { input, output, screen: () => shown.join('') };
}

describe('Asking for a secret', () => {
  it('should show the question, and nothing of the answer', async () => {
    const { input, output, screen } = terminal();
    const asked = askSecret({ input, output }, 'Bot token (xoxb-…): ');
    input.write('  xoxb-secret');
    input.write('-pasted \n');
    expect(await asked).toBe('xoxb-secret-pasted');
    expect(screen()).toBe('Bot token (xoxb-…): \n');
  });

  it('should ask again until there is an answer, and go on with the next question', async () => {
    const { input, output, screen } = terminal();
    const first = askSecret({ input, output }, 'One: ');
    input.write('\n');
    await expect.poll(screen).toBe('One: \nOne: ');
    input.write('xoxb-1\n');
    expect(await first).toBe('xoxb-1');
    const second = askSecret({ input, output }, 'Two: ');
    input.write('xapp-1\n');
    expect(await second).toBe('xapp-1');
    expect(screen()).not.toMatch(/xoxb|xapp/);
  });

  it.each([
    ['Ctrl-C is pressed', (input: PassThrough) => input.write('xoxb-half\u0003')],
    ['the terminal is closed', (input: PassThrough) => input.end()],
  ])('should end in one line where %s', async (_, end) => {
    const { input, output, screen } = terminal();
    const asked = askSecret({ input, output }, 'Bot token: ');
    end(input);
    await expect(asked).rejects.toMatchObject({ exitCode: 78, message: expect.stringMatching(/^[^\n]+$/) });
    expect(screen()).not.toContain('xoxb');
  });
});
