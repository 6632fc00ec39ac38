'use client';

import './globals.css';

/** Even the root layout failed: no texts, no providers; so plain English and the browser's own buttons. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <main className="grid min-h-dvh place-content-center justify-items-center gap-3 p-6 text-center">
          <title>Twinnoverse</title>
          <h1 className="font-semibold text-title">Twinnoverse could not show this page</h1>
          <p className="max-w-[52ch] text-ink-2">
            Readings are still taken and stored. Reload the page; if it stays, the server’s log says why.
          </p>
          <a href="/" className="link-in-text">
            Reload
          </a>
          {error.digest ? <code className="code-text text-ink-3">{error.digest}</code> : null}
        </main>
      </body>
    </html>
  );
}
