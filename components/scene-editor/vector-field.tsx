'use client';

import { NumberInput } from '@/components/ui/number-input';
import type { Vector3Tuple } from '@/lib/scene/schema';

const AXES = ['X', 'Y', 'Z'] as const;

type Props = {
  legend: string;
  unit: string;
  step: number;
  /** Null where several selected instances differ. */
  values: readonly (number | null)[];
  disabled?: boolean;
  onCommit: (axis: 0 | 1 | 2, value: number) => void;
};

/** Three numbers of one vector, side by side. */
export function VectorField({ legend, unit, step, values, disabled, onCommit }: Props) {
  return (
    <fieldset
      disabled={disabled}
      className="grid grid-cols-[64px_repeat(3,minmax(0,1fr))] items-center gap-1.5"
    >
      <legend className="sr-only">{`${legend} (${unit})`}</legend>
      <span aria-hidden="true" className="text-ink-2 text-small">
        {legend}
      </span>
      {AXES.map((axis, i) => (
        <NumberInput
          key={axis}
          aria-label={`${legend} ${axis} (${unit})`}
          value={values[i] ?? null}
          step={step}
          disabled={disabled}
          start={<span className="text-micro">{axis}</span>}
          placeholder="–"
          className="h-7 px-1.5 text-dense"
          onCommit={(value) => {
            if (value !== null) onCommit(i as 0 | 1 | 2, value);
          }}
        />
      ))}
    </fieldset>
  );
}

/** The common value of each axis, or null where they differ. */
export const commonVector = (vectors: readonly Vector3Tuple[]): (number | null)[] =>
  [0, 1, 2].map((axis) => {
    const first = vectors[0]?.[axis] ?? null;
    return vectors.every((vector) => vector[axis] === first) ? first : null;
  });
