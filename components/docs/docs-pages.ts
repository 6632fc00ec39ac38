/** Pages of the documentation, in reading order, by group. Titles: `docs.pages.KEY`. */
export const DOCS_GROUPS = [
  {
    key: 'start',
    pages: [
      { key: 'welcome', href: '/docs' },
      { key: 'quickStart', href: '/docs/quick-start' },
    ],
  },
  {
    key: 'three',
    pages: [
      { key: 'assets', href: '/docs/assets' },
      { key: 'scenes', href: '/docs/scenes' },
    ],
  },
  {
    key: 'data',
    pages: [
      { key: 'ingest', href: '/docs/ingest' },
      { key: 'protocols', href: '/docs/protocols' },
      { key: 'live', href: '/docs/live' },
      { key: 'keys', href: '/docs/keys' },
      { key: 'sql', href: '/docs/sql' },
      { key: 'errors', href: '/docs/errors' },
    ],
  },
] as const;

export const DOCS_PAGES = DOCS_GROUPS.flatMap((group) => [...group.pages]);
