'use client';

import { useLayoutEffect, useRef } from 'react';
import { formatNumber, ownDecimals } from '@/lib/widget/format-value';
import { TWEEN_MS, tween } from './tween';

type Props = {
  value: number;
  locale: string;
  /** Digits after the point; null: as it came. */
  decimals: number | null;
  className?: string;
};

const isStill = () => document.hidden || window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * A figure that runs to its new value (documented for SingleData), in under 190 ms, through a ref: React renders once per
 * reading, not once per frame. Where less motion is asked for it changes at once.
 */
export function AnimatedNumber({ value, locale, decimals, className }: Props) {
  const figure = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);
  // All steps have the digits of the goal, so that the figure does not change its width on the way.
  const digits = decimals ?? ownDecimals(value);

  useLayoutEffect(() => {
    const element = figure.current;
    const from = shown.current;
    if (!element || from === value || !Number.isFinite(from) || isStill()) {
      shown.current = value;
      return;
    }
    let frame = 0;
    const startedAt = performance.now();
    const step = () => {
      const elapsed = performance.now() - startedAt;
      shown.current = tween(from, value, elapsed);
      const isOver = elapsed >= TWEEN_MS;
      element.textContent = formatNumber(shown.current, locale, isOver ? decimals : digits);
      if (!isOver) frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [value, locale, decimals, digits]);

  return (
    <span ref={figure} data-value={value} className={className}>
      {formatNumber(value, locale, decimals)}
    </span>
  );
}
