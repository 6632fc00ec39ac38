/**
 * Decides when changed content is baked again: at once after a quiet time, then at most once per interval while it
 * keeps changing (a machine being dragged), and once more after the last change. Never per frame.
 */
export class BakeSchedule {
  private changed = true;
  private last = Number.NEGATIVE_INFINITY;

  constructor(private interval: number) {}

  setInterval(milliseconds: number): void {
    this.interval = milliseconds;
  }

  markChanged(): void {
    this.changed = true;
  }

  /** Milliseconds until the bake is due: 0 means now, null means nothing has changed. */
  due(now: number): number | null {
    if (!this.changed) return null;
    return Math.max(0, this.last + this.interval - now);
  }

  markBaked(now: number): void {
    this.changed = false;
    this.last = now;
  }
}
