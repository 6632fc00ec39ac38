import { type Clock, parseTimestamp } from '@/lib/ingest/parse-timestamp';

const DAY_MS = 86_400_000;
/** Names of zones whose offset does not change by itself. */
const ZONES: Readonly<Record<string, string>> = {
  UTC: 'Z',
  GMT: 'Z',
  WET: 'Z',
  CET: '+01:00',
  BST: '+01:00',
  WEST: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};
/** Whoever writes more than this means no time. */
const TEXT_MAX = 100;
const CLOCK = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(.*)$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}`);

/**
 * The time that was probably meant by one that was refused: without its zone it is taken as UTC, without its clock as
 * midnight, and of several readings the one nearest to its arrival counts. Undefined: none that could be.
 */
export function meantTime(value: unknown, clock: Clock): string | number | undefined {
  const candidates =
    typeof value === 'number' ? scaled(value) : typeof value === 'string' ? texts(value) : [];
  let best: { candidate: string | number; distance: number } | undefined;
  for (const candidate of candidates) {
    const parsed = parseTimestamp(candidate, clock);
    if ('fault' in parsed || parsed.timeUs === undefined) continue;
    const distance = Math.abs(parsed.timeUs / 1000 - clock.arrivedMs);
    // A number that was scaled to fit must fit: any number could be scaled to some time.
    if (typeof candidate === 'number' && distance > DAY_MS) continue;
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  return best?.candidate;
}

const scaled = (value: number): number[] =>
  [-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3].map((power) => Math.round(value * 10 ** power));

function texts(given: string): string[] {
  if (given.length > TEXT_MAX) return [];
  const text = given.trim();
  const named = text.replace(/\[[^\]]*\]$/, '').trim();
  const candidates = [named, `${named}Z`];
  const first = YEAR_FIRST.exec(named);
  if (first) candidates.push(iso([first[1], first[2], first[3]], first.slice(4)));
  const last = YEAR_LAST.exec(named);
  if (last) {
    const [, one, two, year] = last;
    candidates.push(iso([year, two, one], last.slice(4)), iso([year, one, two], last.slice(4)));
  }
  return candidates.filter((candidate) => candidate !== given);
}

function iso(date: readonly (string | undefined)[], rest: readonly (string | undefined)[]): string {
  const [hour = '0', minute = '00', second = '00', zone = ''] = rest;
  const day = date.map((part) => (part ?? '').padStart(2, '0')).join('-');
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${zoneOf(zone)}`;
}

const zoneOf = (zone: string): string => {
  if (/^[+-]\d{2}:?\d{2}/.test(zone)) return zone.slice(0, 6);
  return ZONES[zone.toUpperCase()] ?? 'Z';
};
