'use client';

import { Slider as Radix } from 'radix-ui';
import { useFieldControl } from './field';

type Props = {
  value: number;
  min: number;
  max: number;
  step: number;
  onValueChange: (value: number) => void;
  /** Needed outside a `Field`. */
  'aria-label'?: string;
};

/** A number chosen by eye rather than by figure. */
export function Slider({ value, min, max, step, onValueChange, ...rest }: Props) {
  const field = useFieldControl();
  return (
    <Radix.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange(next);
      }}
      className="relative flex h-7 w-full touch-none select-none items-center max-md:h-11"
    >
      <Radix.Track className="relative h-1 flex-1 rounded-full bg-pressed">
        <Radix.Range className="absolute h-full rounded-full bg-accent" />
      </Radix.Track>
      <Radix.Thumb
        {...field}
        {...rest}
        className="block size-4 rounded-full border border-line-control bg-raised shadow-button hover:border-accent"
      />
    </Radix.Root>
  );
}
