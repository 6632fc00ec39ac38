/** A time zone that this runtime knows, else UTC: the browser tells it in a cookie, so it may be anything. */
export function knownTimeZone(given: string | undefined): string {
  if (!given) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
