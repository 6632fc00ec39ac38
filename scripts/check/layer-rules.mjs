/**
 * The arrows of the house run one way: app → components → lib, and server → lib.
 * @type {import('dependency-cruiser').IForbiddenRuleType[]}
 */
export const RULES = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or a third is missing.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'lib-stands-alone',
    comment: 'The domain knows no page, no component and no process.',
    from: { path: '^lib/', pathNot: '\\.integration\\.test\\.js$' }, // those may knock at a route
    to: { path: '^(app|components|server|scripts|e2e|bench)/' },
  },
  {
    name: 'lib-knows-no-view',
    comment:
      "React and Next are how we show things, not what they are (lib/i18n is next-intl's door, lib/auth next-auth's, lib/page-data.ts the pages').",
    from: { path: '^lib/', pathNot: ['^lib/i18n/', '^lib/auth/', '^lib/page-data\\.js$', '\\.test\\.js$'] },
    to: { path: '^node_modules/(react|react-dom|next|@react-three)/' },
  },
  {
    name: 'components-know-no-page',
    comment: 'A component is used by pages, not the other way round.',
    from: { path: '^components/' },
    to: { path: '^(app|server|scripts|e2e|bench)/' },
  },
  {
    name: 'components-know-no-database',
    comment: 'What a component shows a page has fetched, and what it changes it asks the API for.',
    from: { path: '^components/', pathNot: '\\.test\\.js$' },
    to: {
      path: ['^lib/(database|env|migrate|log)\\.js$', '^node_modules/(pg|@prisma|pino)/'],
      reachable: true,
    },
  },
  {
    name: 'server-knows-no-page',
    comment: 'The process reaches pages only through Next. A test may stand a route beside a door.',
    from: { path: '^server/', pathNot: '[.]test[.]js$' },
    to: { path: '^(app|components|e2e|bench)/' },
  },
  {
    name: 'app-knows-no-process',
    comment: 'A deployment without our server must work.',
    from: { path: '^(app/|proxy\\.js)' },
    to: { path: '^(server|scripts|e2e|bench)/' },
  },
].map((rule) => ({ severity: 'error', ...rule }));
