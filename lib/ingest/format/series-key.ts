import { hash } from 'node:crypto';
import { KEY_LENGTH_MAX } from '../limits';

/**
 * Data keys of senders that name a value by measurement, tags and field (line protocol, Telegraf, Prometheus, OTLP):
 *
 *     cpu,cpu=cpu0,host=a  usage_idle=97   →   cpu.usage_idle{cpu=cpu0,host=a}
 *
 * The same series has the same key in whatever order its tags came and by whatever protocol. Rules: SPEC.md, N.
 */
export function seriesKey(measurement: string, field: string, suffix: string): string {
  const name = field === '' ? measurement : measurement === '' ? field : `${measurement}.${field}`;
  const key = name + suffix;
  return key.length <= KEY_LENGTH_MAX ? key : shortened(key);
}

/** The part of the key that the tags make, the same for all fields of a series; '' when there are none. */
export function seriesSuffix(tags: readonly (readonly [name: string, value: string])[]): string {
  const present = tags.filter(([, value]) => value !== '');
  if (present.length === 0) return '';
  // By code unit, not by language: the same everywhere and for ever.
  present.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${present.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join(',')}}`;
}

const SPECIAL = /[\\{}=,]/;
const ALL_SPECIAL = /[\\{}=,]/g;
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(ALL_SPECIAL, '\\$&') : text);

const DIGEST_LENGTH = 12;

/** Too long to be kept: its start, to be recognised by, and a digest of all of it, to be told apart by. */
function shortened(key: string): string {
  const end = KEY_LENGTH_MAX - DIGEST_LENGTH - 1;
  const start = key.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  return `${start}~${hash('sha256', key, 'hex').slice(0, DIGEST_LENGTH)}`;
}
