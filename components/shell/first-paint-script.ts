import { TIME_ZONE_COOKIE } from '@/lib/i18n/locales';

/**
 * Runs before the first paint: gives the choice `system` its theme and keeps it when the system changes,
 * and tells the server the time zone for its next answer.
 */
export const FIRST_PAINT_SCRIPT = `(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    if (root.dataset.themeChoice === 'system') root.dataset.theme = dark.matches ? 'dark' : 'light';
  };
  apply();
  dark.addEventListener('change', apply);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = '${TIME_ZONE_COOKIE}=' + encodeURIComponent(zone) + ';path=/;max-age=31536000;samesite=lax';
})();`;
