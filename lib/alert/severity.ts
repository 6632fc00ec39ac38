import { SEVERITIES, type Severity } from './schema';

/** The one that needs the reader more; undefined is calm. */
export function worst(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

/** Light of a glowing part, as three can read it: red, amber and blue of the pages (act, look, inform). */
export const SEVERITY_GLOW: Record<Severity, string> = {
  act: '#e0342c',
  look: '#eda21f',
  know: '#2e93d1',
};
