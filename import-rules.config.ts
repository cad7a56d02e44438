import type { IConfiguration } from 'dependency-cruiser';

/**
 * Who may import what; `npm run lint` checks it with dependency-cruiser. Importing a type counts as any other import:
 * it is seen through TypeScript's API, which version 7 no longer has, so package.json lists version 6 beside it.
 * A name stands for a file, for a folder with all that is in it, or for a package.
 */

const GAME = ['src/time.ts', 'src/game'];
const PORTS = [...GAME, 'src/ports', '@slack/types'];
const PLAY = [...PORTS, 'src/play'];
const HANDLERS = [
  ...PLAY,
  'src/publish',
  'src/export',
  'blocks',
  'handlers',
  '@slack/bolt',
  '@types/aws-lambda',
];
const AWS = ['client-dynamodb', 'util-dynamodb', 'client-sqs', 'client-scheduler'].map(
  (name) => `@aws-sdk/${name}`,
);

/** The rooms of the product. Each may import itself, what stands beside it here, and nothing else. */
const PRODUCT: Record<string, readonly string[]> = {
  'src/time.ts': [],
  'src/game': GAME,
  'src/ports': [...PORTS, 'valibot', 'ulid'],
  'src/play': [...PLAY, 'ulid'],
  'src/publish': PLAY,
  'src/export': [...GAME, 'csv-stringify'],
  'src/aws': [...PORTS, ...AWS, 'electrodb'],
  'src/aws/ssm-secrets.ts': [...PORTS, '@aws-sdk/client-ssm'],
  'src/sqlite': PORTS,
  'src/slack': [...PORTS, '@slack/web-api', 'ws'],
  blocks: [...GAME, 'src/ports/chat.ts', '@slack/types', 'intl-messageformat', 'get-east-asian-width'],
  handlers: HANDLERS,
  'handlers/receive': [...PLAY, 'blocks', '@slack/bolt', 'valibot'],
  'handlers/host': [...HANDLERS, 'src/slack', '@slack/web-api'],
  'handlers/lambda': [...HANDLERS, 'src/aws', 'src/slack', ...AWS, '@slack/web-api'],
  'handlers/process': [...HANDLERS, 'src/slack', 'src/sqlite', '@slack/web-api'],
  'handlers/lambda/clients.ts': [
    'handlers/lambda/environment.ts',
    'src/slack',
    ...AWS,
    '@aws-sdk/client-ssm',
  ],
  'handlers/lambda/environment.ts': [
    'src/game/defined.ts',
    'handlers/host/settings.ts',
    'handlers/host/log.ts',
  ],
};

/** The rooms around it, and which of all these they may import. Packages are free there. */
const AROUND: Record<string, readonly string[]> = {
  'stand-ins': [],
  playground: ['stand-ins'],
  scripts: ['src', 'blocks'],
  doctor: ['src', 'blocks'],
  bench: ['src', 'blocks', 'handlers', 'stand-ins', 'scripts'],
  test: ['src', 'blocks', 'handlers', 'stand-ins', 'scripts', 'doctor', 'bench', 'playground'],
};

const paths = (names: readonly string[]) => names.map((name) => `^(node_modules/)?${name}(/|$)`);
const ROOMS = [...Object.keys(PRODUCT), ...Object.keys(AROUND)];
const HOSTS = ['handlers/lambda', 'handlers/process'];
const PURE = ['src/time.ts', 'src/game', 'src/play', 'src/publish', 'src/export', 'blocks'];

const error = (name: string, from: object, to: object) => ({ name, severity: 'error' as const, from, to });

/** Forbids every room whatever its line doesn't list. A room inside a room has a line of its own. */
const roomRules = (rooms: typeof PRODUCT, forbidden?: { path: string[] }) =>
  Object.entries(rooms).map(([room, others]) =>
    error(
      `${room} may import: ${others.join(', ') || 'nothing else'}`,
      { path: paths([room]), pathNot: paths(ROOMS.filter((name) => name.startsWith(`${room}/`))) },
      { ...forbidden, pathNot: paths([room, ...others]), dependencyTypesNot: ['core'] },
    ),
  );

const rules: IConfiguration = {
  forbidden: [
    error('no circles', {}, { circular: true }),
    error('every room has its line', { path: '/', pathNot: paths([...ROOMS, 'node_modules']) }, {}),
    ...roomRules(PRODUCT),
    ...roomRules(AROUND, { path: paths(ROOMS) }),
    error(
      'what decides and draws needs nothing of Node',
      { path: paths(PURE) },
      { dependencyTypes: ['core'] },
    ),
    error(
      'of the ports, blocks see types alone',
      { path: paths(['blocks']) },
      { path: paths(['src/ports']), dependencyTypesNot: ['type-only'] },
    ),
    error(
      'only hosts share handlers/host',
      { pathNot: paths([...HOSTS, 'handlers/host', 'bench', 'test']) },
      { path: paths(['handlers/host']) },
    ),
    ...HOSTS.map((host) =>
      error(`nobody imports ${host}`, { pathNot: paths([host, 'bench', 'test']) }, { path: paths([host]) }),
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^((playground/web/)?dist|\\.cache)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
export default rules;
