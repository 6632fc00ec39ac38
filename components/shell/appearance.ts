import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales';
import { readThemeChoice, THEME_COOKIE, type Theme, type ThemeChoice } from '@/lib/theme';

const YEAR_SECONDS = 31_536_000;

function remember(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and not on plain http
  document.cookie = `${cookie}=${value};path=/;max-age=${YEAR_SECONDS};samesite=lax`;
}

/** Shows the theme at once and remembers it in this browser. */
export function chooseTheme(choice: ThemeChoice): void {
  remember(THEME_COOKIE, choice);
  const root = document.documentElement;
  root.dataset.themeChoice = choice;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = choice === 'system' ? (dark ? 'dark' : 'light') : choice;
}

export const currentThemeChoice = (): ThemeChoice =>
  readThemeChoice(document.documentElement.dataset.themeChoice);
export const currentTheme = (): Theme =>
  document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';

/** Remembers the language in this browser; the caller then asks the server for the page again. */
export const rememberLocale = (locale: Locale): void => remember(LOCALE_COOKIE, locale);
