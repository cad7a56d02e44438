/**
 * What is mutated, and which tests should notice it: the fastest first, and those behind only for what the ones before
 * have let pass.
 */
export const CONCERNED: Record<string, readonly (readonly string[])[]> = {
  'src/game': [
    ['test/game'],
    ['test/publish', 'test/play', 'test/export', 'test/blocks'],
    ['test/handlers'],
    ['test/app'],
  ],
  'src/play': [['test/play', 'test/publish'], ['test/handlers'], ['test/simulation', 'test/app']],
  'src/publish': [['test/publish'], ['test/play', 'test/handlers'], ['test/simulation', 'test/app']],
  'src/aws/dynamo': [['test/aws'], ['test/play', 'test/publish'], ['test/app']],
  'src/sqlite': [['test/sqlite'], ['test/process']],
  'handlers/receive': [['test/handlers'], ['test/app', 'test/hostile']],
  'handlers/jobs': [['test/handlers'], ['test/app']],
};
