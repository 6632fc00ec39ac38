import { describe, expect, it } from 'vitest';
import { prepareBeats } from './prepare-beats';

const minutes = (make: (minute: number) => number) => Array.from({ length: 60 }, (_, minute) => make(minute));
const beatsOf = (readings: number[], more: Partial<Parameters<typeof prepareBeats>[0]> = {}) =>
  prepareBeats({ readings, refused: undefined, staleAfterSeconds: 60, lastMinutesAgo: 0, ...more });

describe('the heartbeat', () => {
  it('is 30 bars of two minutes', () => {
    expect(beatsOf(minutes(() => 5))).toEqual(Array.from({ length: 30 }, () => 'came'));
  });

  it('is late from where the source fell silent', () => {
    const beats = beatsOf(minutes((minute) => (minute < 40 ? 5 : 0)));
    expect(beats.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'came'));
    expect(beats.slice(20)).toEqual(Array.from({ length: 10 }, () => 'late'));
  });

  it('is not late while a slow source keeps its own pace', () => {
    const beats = beatsOf(
      minutes((minute) => (minute % 10 === 0 ? 1 : 0)),
      { staleAfterSeconds: 6000 },
    );
    expect(beats).not.toContain('late');
    expect(beats.filter((beat) => beat === 'came')).toHaveLength(6);
  });

  it('shows what was refused', () => {
    const beats = beatsOf(
      minutes((minute) => (minute < 58 ? 5 : 0)),
      {
        refused: minutes((minute) => (minute === 59 ? 3 : 0)),
      },
    );
    expect(beats.at(-1)).toBe('refused');
    expect(beats.at(-2)).toBe('came');
  });

  it('is faint for a source that never sent, late for one that sent before the hour', () => {
    const silent = minutes(() => 0);
    expect(new Set(beatsOf(silent, { lastMinutesAgo: null }))).toEqual(new Set(['never']));
    expect(new Set(beatsOf(silent, { lastMinutesAgo: 90 }))).toEqual(new Set(['late']));
  });
});
