import { fork } from 'node:child_process';

/**
 * A process of its own for a part of the benchmark, so that nothing else shares its event loop, its heap or its
 * count of CPU time. Its file calls `serve`.
 */
export interface Child<Input, Output> {
  /** Asks for one thing; the next one waits for it. @throws {Error} what the other side throws, or if it ends */
  ask(input: Input): Promise<Output>;
  /** Whatever is still under way there ends with it. */
  end(): void;
}

type Answer<Output> = { output: Output } | { error: string };

export function startChild<Input, Output>(file: URL, env: Record<string, string> = {}): Child<Input, Output> {
  const execArgv = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
  const child = fork(file, {
    serialization: 'advanced',
    execArgv,
    stdio: [...stdio],
    env: { ...process.env, ...env },
  });
  return {
    ask(input) {
      const { promise, resolve, reject } = Promise.withResolvers<Output>();
      const ended = (code: number | null) => reject(new Error(`${file.pathname} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (answer: Answer<Output>) => {
        child.off('exit', ended);
        if ('output' in answer) resolve(answer.output);
        else reject(new Error(answer.error));
      });
      child.send({ input });
      return promise;
    },
    end: () => child.kill(),
  };
}

/** The other side. */
export function serve<Input, Output>(task: (input: Input) => Promise<Output>): void {
  process.on('message', async ({ input }: { input: Input }) => {
    try {
      process.send?.({ output: await task(input) });
    } catch (error) {
      process.send?.({ error: error instanceof Error ? String(error.stack) : String(error) });
    }
  });
}
