import type { Beat } from '@/components/ui/heartbeat';

const MINUTES_PER_BEAT = 2;

type Input = {
  /** Readings and refused requests per minute, oldest first, up to now. */
  readings: readonly number[];
  refused: readonly number[] | undefined;
  /** Longer silence than this is late. */
  staleAfterSeconds: number;
  /** Minutes since the last message; null: none ever came. */
  lastMinutesAgo: number | null;
};

/** Bars of two minutes: came, late (silent longer than usual), refused, or nothing expected. Pure. */
export function prepareBeats({ readings, refused, staleAfterSeconds, lastMinutesAgo }: Input): Beat[] {
  const minutes = readings.length;
  const staleMinutes = staleAfterSeconds / 60;
  // Before the hour that is shown: only whether something came at all is known.
  let lastCame = lastMinutesAgo !== null && lastMinutesAgo >= minutes ? -lastMinutesAgo + minutes : null;
  const beats: Beat[] = [];
  for (let start = 0; start < minutes; start += MINUTES_PER_BEAT) {
    const end = Math.min(minutes, start + MINUTES_PER_BEAT);
    const came = lastIndexWithin(readings, start, end);
    const wasRefused = refused?.slice(start, end).some((count) => count > 0) ?? false;
    if (came !== null) lastCame = came;
    const silentFor = lastCame === null ? 0 : end - 1 - lastCame;
    beats.push(wasRefused ? 'refused' : came !== null ? 'came' : silentFor > staleMinutes ? 'late' : 'never');
  }
  return beats;
}

function lastIndexWithin(counts: readonly number[], start: number, end: number): number | null {
  for (let index = end - 1; index >= start; index--) if ((counts[index] ?? 0) > 0) return index;
  return null;
}
