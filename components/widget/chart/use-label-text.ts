'use client';

import { useTimeText } from './use-time-text';

const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const HOUR_MS = 3_600_000;

/** Labels as they came; those that are moments (RFC 3339) in the reader's language and time zone. */
export function useLabelText() {
  const time = useTimeText();
  const momentOf = (label: string) => (ISO_MOMENT.test(label) ? Date.parse(label) : Number.NaN);
  return {
    axis: (label: string) => {
      const at = momentOf(label);
      return Number.isNaN(at) ? label : time.tick(at, HOUR_MS);
    },
    full: (label: string) => {
      const at = momentOf(label);
      return Number.isNaN(at) ? label : time.moment(at);
    },
  };
}
