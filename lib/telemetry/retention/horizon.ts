import type { Retention } from './schema';

const YEAR_DAYS = 365.25;

/** How many days readings and summaries are kept; infinite: for ever. Summaries at least as long as readings. */
export function keptDays({ rawDays, summaryYears }: Retention): { raw: number; summary: number } {
  const raw = rawDays ?? Number.POSITIVE_INFINITY;
  const summary = summaryYears === null ? Number.POSITIVE_INFINITY : Math.ceil(summaryYears * YEAR_DAYS);
  return { raw, summary: Math.max(raw, summary) };
}
