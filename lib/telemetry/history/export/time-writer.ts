const MINUTE_US = 60e6;

/** Writes instants as RFC 3339 in an offset from UTC; microseconds only where there are any. Made for long rows. */
export function makeTimeWriter(offsetMinutes: number): (us: number) => string {
  let minute = Number.NaN;
  let start = '';
  const suffix = suffixOf(offsetMinutes);
  return (us) => {
    const local = us + offsetMinutes * MINUTE_US;
    const ofMinute = Math.floor(local / MINUTE_US);
    if (ofMinute !== minute) {
      minute = ofMinute;
      // The year may have a sign; up to the minute it is everything but ":00.000Z".
      start = new Date(ofMinute * 60_000).toISOString().slice(0, -8);
    }
    const rest = local - ofMinute * MINUTE_US;
    const seconds = Math.floor(rest / 1e6);
    const fraction = rest - seconds * 1e6;
    const ms = Math.floor(fraction / 1000);
    const micros = fraction - ms * 1000;
    const fine = micros === 0 ? '' : String(micros).padStart(3, '0');
    return `${start}:${pad(seconds, 2)}.${pad(ms, 3)}${fine}${suffix}`;
  };
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

function suffixOf(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}
