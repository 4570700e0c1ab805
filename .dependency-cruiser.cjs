/**
 * The import rules of docs/architecture.md, run by `npm run check`.
 *
 * Modules stand on floors. A module may use those below it, through their index.ts, and never those beside or above
 * it. Lowest floor first.
 */
const FLOORS = [
  ['platform', 'queues', 'language-model', 'utterance-coding'],
  ['identity', 'privacy'],
  ['coaching'],
  ['transcripts', 'recordings'],
  ['shift-analysis', 'insights', 'progress', 'coach-chat', 'journeys', 'billing', 'integrations'],
  ['session-content'],
  ['companion-api', 'portal'],
];

/** Neighbours on one floor that may be used all the same: everything stands on the platform. */
const BESIDE = { queues: ['platform'], 'language-model': ['platform'], 'utterance-coding': ['platform'] };

const oneOf = (names) => `(?:${names.join('|')})`;
const SPEC = '\\.(?:spec|e2e-spec|browser-spec)\\.tsx?$';
/** Frameworks and transports that the rules of the domain must not know. */
const FRAMEWORKS = [
  '@nestjs/[^/]+',
  'typeorm',
  'bull',
  '@bull-board/[^/]+',
  'ioredis',
  'pg',
  'fastify',
  '@fastify/[^/]+',
  'passport[^/]*',
  'class-validator',
  'class-transformer',
  'nodemailer',
  'undici',
  'axios',
];

const floorRules = FLOORS.flatMap((floor, level) =>
  floor.map((module) => {
    const below = [...FLOORS.slice(0, level).flat(), ...(BESIDE[module] ?? [])];
    const allowed = [module, ...below];
    return {
      name: `floor-of-${module}`,
      comment: `${module} stands on floor ${level}: it may use ${below.join(', ') || 'no other module'}.`,
      severity: 'error',
      from: { path: `^libs/${module}/` },
      to: { path: '^libs/', pathNot: `^libs/${oneOf(allowed)}/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'known-module',
      comment: 'A new module gets its floor in .dependency-cruiser.cjs and docs/architecture.md first.',
      severity: 'error',
      from: {},
      to: { path: '^libs/', pathNot: `^libs/${oneOf(FLOORS.flat())}/` },
    },
    ...floorRules,
    {
      name: 'door-only-between-modules',
      comment: "Another module is used through its index.ts; a spec may also use another module's testing/.",
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: SPEC },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'door-only-in-specs',
      severity: 'error',
      from: { path: `^libs/([^/]+)/.*${SPEC}` },
      to: {
        path: '^libs/[^/]+/',
        pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/src/testing/'],
      },
    },
    {
      name: 'door-only-from-apps',
      severity: 'error',
      from: { path: '^(?:apps|migrations)/', pathNot: SPEC },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(?:apps|migrations|test|scripts)/' },
    },
    {
      name: 'web-stands-alone',
      comment: 'The web app knows the server by its wire types only.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(?:libs|migrations|test|scripts|apps/(?!web/))' },
    },
    {
      name: 'nobody-imports-web',
      severity: 'error',
      from: { pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'Only the command line may use another app: openapi.ts reads the routes of the API.',
      severity: 'error',
      from: { path: '^apps/(api|worker)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-uses-tests',
      severity: 'error',
      from: { path: '^(?:apps|libs|migrations)/', pathNot: [SPEC, '^libs/[^/]+/src/testing/'] },
      to: { path: `(?:^test/|^libs/[^/]+/src/testing/|${SPEC})` },
    },
    {
      name: 'domain-knows-no-framework',
      comment: 'Rules and value types are plain TypeScript.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: SPEC },
      to: { path: `(?:^|/)node_modules/${oneOf(FRAMEWORKS)}(?:/|$)` },
    },
    {
      name: 'domain-knows-no-transport',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: SPEC },
      to: { dependencyTypes: ['core'], path: '^(?:node:)?(?:http|https|http2|tls|dgram)$' },
    },
    {
      name: 'domain-is-innermost',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: SPEC },
      to: { path: '^libs/$1/src/(?:api|application|persistence|jobs)/' },
    },
    {
      name: 'application-knows-no-typeorm',
      comment: 'Use cases speak to repositories through the ports of the domain.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/application/', pathNot: SPEC },
      to: { path: '(?:^|/)node_modules/(?:typeorm|@nestjs/typeorm|pg)(?:/|$)' },
    },
    {
      name: 'application-below-its-edges',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/application/', pathNot: SPEC },
      to: { path: '^libs/$1/src/(?:api|persistence|jobs)/' },
    },
    {
      name: 'own-door-is-for-others',
      comment: 'Inside a module, import the file itself: through the door it would be a cycle.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/.+', pathNot: [SPEC, '^libs/[^/]+/src/index\\.ts$'] },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies',
      comment: 'What runs in production is named under "dependencies".',
      severity: 'error',
      from: {
        path: '^(?:apps/(?:api|worker|cli)|libs|migrations)/',
        pathNot: [SPEC, '^libs/[^/]+/src/testing/'],
      },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    // Types count: a type of a floor above ties a module to it as much as a value does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: '.dependency-cruiser.tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|node_modules/\\.cache|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'module', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.mjs', '.cjs', '.js', '.jsx', '.json', '.css'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
