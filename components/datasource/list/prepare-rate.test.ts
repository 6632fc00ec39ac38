import { describe, expect, it } from 'vitest';
import { prepareSparkline } from '@/components/ui/prepare-sparkline';
import { prepareRate } from './prepare-rate';

const draw = (minutes: number[], gapSeconds = 60) =>
  prepareSparkline({ ...prepareRate(minutes, gapSeconds), width: 96, height: 24 });
const hour = (value: (index: number) => number) => Array.from({ length: 60 }, (_, index) => value(index));

describe('prepareRate', () => {
  it('does not show the running minute as a drop', () => {
    const { points } = prepareRate([...hour(() => 300).slice(1), 12], 60);
    expect(points.map((point) => point.value)).not.toContain(12);
  });

  it('shows the running minute when it is all there is', () => {
    expect(draw([...hour(() => 0).slice(1), 12]).isEmpty).toBe(false);
  });

  it('ends at now while readings come, and in a hatch when they stopped', () => {
    expect(draw(hour(() => 300))).toMatchObject({ gap: null });
    expect(draw(hour((index) => (index < 45 ? 300 : 0))).gap?.width).toBeGreaterThan(15);
  });

  it('takes silence as usual for a source that sends seldom', () => {
    const everyTen = hour((index) => (index % 10 === 9 ? 2 : 0));
    expect(draw(everyTen, 6000).line.match(/M/g)).toHaveLength(1);
    expect(draw(everyTen, 60).line.match(/M/g)?.length).toBeGreaterThan(1);
  });

  it('is empty when nothing came', () => {
    expect(draw(hour(() => 0)).isEmpty).toBe(true);
  });
});
