import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AppProviders } from '@/components/shell/app-providers';
import { FIRST_PAINT_SCRIPT } from '@/components/shell/first-paint-script';
import { HatchPattern } from '@/components/ui/sparkline';
import { directionOf } from '@/lib/i18n/locales';
import { NONCE_HEADER } from '@/lib/request-headers';
import { readThemeChoice, THEME_COOKIE } from '@/lib/theme';

export const metadata: Metadata = {
  title: { template: '%s · Twinnoverse', default: 'Twinnoverse' },
  icons: { icon: '/icon.svg' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#131418' },
  ],
};

/** Texts of pages that only the server renders need not travel to the browser. */
const SERVER_ONLY_NAMESPACES = new Set(['docs']);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar, received] = await Promise.all([
    getLocale(),
    getMessages(),
    cookies(),
    headers(),
  ]);
  const nonce = received.get(NONCE_HEADER) ?? undefined;
  const choice = readThemeChoice(jar.get(THEME_COOKIE)?.value);
  const direction = directionOf(locale);
  const forBrowser = Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => !SERVER_ONLY_NAMESPACES.has(namespace)),
  );
  return (
    // The script below sets the theme of the choice `system` before React takes over.
    <html
      lang={locale}
      dir={direction}
      data-theme={choice === 'system' ? undefined : choice}
      data-theme-choice={choice}
      suppressHydrationWarning
    >
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning // browsers hide the nonce
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
          dangerouslySetInnerHTML={{ __html: FIRST_PAINT_SCRIPT }}
        />
      </head>
      <body>
        <HatchPattern />
        <NextIntlClientProvider messages={forBrowser}>
          <AppProviders direction={direction} nonce={nonce} serverNow={Date.now()}>
            {children}
          </AppProviders>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
