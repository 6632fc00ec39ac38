import { parseTimestamp } from '@/lib/ingest/parse-timestamp';
import type { Correction } from './correction';
import { editJson } from './edit-json';
import { meantTime } from './meant-time';

/** A time that can't be read, or can't be: what was meant by it, or none, so that the time of arrival counts. */
export const badTime: Correction = {
  kind: 'bad_time',
  propose(attempt, trial) {
    let from = '';
    let to = '';
    const edited = editJson(attempt, trial, ({ error, value, text, span }) => {
      const isTime = /\/(?:timestamp|time|ts|_time)$/i.test(error.pointer);
      const parsed = isTime && typeof value !== 'object' && parseTimestamp(value, attempt);
      if (!parsed || !('fault' in parsed)) return undefined;
      const meant = meantTime(value, attempt);
      from ||= text.slice(span.start, span.end).slice(0, 60);
      to ||= meant === undefined ? '' : JSON.stringify(meant);
      return meant === undefined ? { remove: true } : { by: JSON.stringify(meant) };
    });
    return edited && { body: edited.body, facts: { count: edited.count, from, to: to || 'none' } };
  },
};
