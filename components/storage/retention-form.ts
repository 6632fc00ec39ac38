import {
  RAW_DAYS_MAX,
  type Retention,
  STORAGE_BYTES_MIN,
  SUMMARY_YEARS_MAX,
} from '@/lib/telemetry/retention/schema';

export const GIGABYTE = 1e9;

/** What a form holds while somebody chooses: numbers stay when "for ever" is chosen, and come back. */
export type RetentionForm = { keepsRaw: boolean; days: number; keepsSummaries: boolean; years: number };

export const formOf = ({ rawDays, summaryYears }: Retention): RetentionForm => ({
  keepsRaw: rawDays === null,
  days: rawDays ?? 90,
  keepsSummaries: summaryYears === null,
  years: summaryYears ?? 5,
});

export const retentionOf = (form: RetentionForm): Retention => ({
  rawDays: form.keepsRaw ? null : form.days,
  summaryYears: form.keepsSummaries ? null : form.years,
});

export const LIMITS = {
  days: { min: 0, max: RAW_DAYS_MAX },
  years: { min: 0, max: SUMMARY_YEARS_MAX },
  gigabytes: { min: STORAGE_BYTES_MIN / GIGABYTE, max: 1_000_000 },
} as const;
