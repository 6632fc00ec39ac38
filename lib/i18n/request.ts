import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, type Locale, TIME_ZONE_COOKIE } from './locales';
import { negotiateLocale } from './negotiate-locale';
import { knownTimeZone } from './time-zone';

type Messages = Record<string, Record<string, unknown>>;
const load: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('@/messages/en.json'),
  fr: () => import('@/messages/fr.json'),
  ar: () => import('@/messages/ar.json'),
};

/** Language, texts and time zone of one request, for next-intl. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = negotiateLocale(jar.get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  const messages = (await load[locale]()).default;
  return { locale, messages, timeZone: knownTimeZone(jar.get(TIME_ZONE_COOKIE)?.value) };
});
