import type { DatasourceMemory, MinuteCount } from './memory';
import { minuteOf } from './times';

/** Minutes that tell the usual gap between two messages: lib/datasource/status.ts. */
const RECENT_MINUTES_MAX = 20;

type Minutes = DatasourceMemory['recentMinutes'];

/** The last minutes of two processes that count; of a minute that both know the higher count. */
export function mergeMinutes(mine: Minutes, others: Minutes): Minutes {
  const counts = new Map(mine.map(({ minute, messages }) => [minute, messages]));
  for (const { minute, messages } of others) counts.set(minute, Math.max(messages, counts.get(minute) ?? 0));
  return [...counts]
    .map(([minute, messages]) => ({ minute, messages }))
    .sort((a, b) => a.minute - b.minute)
    .slice(-RECENT_MINUTES_MAX);
}

/** Counts into the minute of arrival; answers whether it is the first message of its minute. */
export function countMinute(memory: DatasourceMemory, atMs: number, count: MinuteCount): boolean {
  const minute = minuteOf(atMs);
  const counts = memory.minutes.get(minute);
  if (counts) {
    counts.messages += count.messages;
    counts.readings += count.readings;
    counts.refused += count.refused;
  } else {
    memory.minutes.set(minute, { ...count });
  }
  if (count.messages === 0) return false;
  const last = memory.recentMinutes.at(-1);
  if (last && last.minute >= minute) {
    last.messages += count.messages;
    return false;
  }
  memory.recentMinutes.push({ minute, messages: count.messages });
  if (memory.recentMinutes.length > RECENT_MINUTES_MAX) memory.recentMinutes.shift();
  return true;
}
