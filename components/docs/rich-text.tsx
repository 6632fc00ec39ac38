import Link from 'next/link';
import type { ReactNode } from 'react';
import { Code } from '@/components/ui/code-block';

/** The tags that texts of the documentation may use: `<c>code</c>`, `<b>strong</b>`, links by name. */
export const richText = {
  c: (words: ReactNode) => <Code>{words}</Code>,
  b: (words: ReactNode) => <b className="font-semibold text-ink">{words}</b>,
  sup: (words: ReactNode) => <sup>{words}</sup>,
  ingest: (words: ReactNode) => docsLink('/docs/ingest', words),
  protocols: (words: ReactNode) => docsLink('/docs/protocols', words),
  live: (words: ReactNode) => docsLink('/docs/live', words),
  keys: (words: ReactNode) => docsLink('/docs/keys', words),
  settings: (words: ReactNode) => docsLink('/settings#api-keys', words),
  errors: (words: ReactNode) => docsLink('/docs/errors', words),
  start: (words: ReactNode) => docsLink('/docs/quick-start', words),
  assets: (words: ReactNode) => docsLink('/docs/assets', words),
  scenes: (words: ReactNode) => docsLink('/docs/scenes', words),
  app: (words: ReactNode) => docsLink('/', words),
};

const docsLink = (href: string, words: ReactNode) => (
  <Link href={href} className="link-in-text">
    {words}
  </Link>
);
