'use client';

import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { Input } from './input';
import { parseNumber, roundToStep } from './parse-number';

type Props = Omit<
  ComponentProps<typeof Input>,
  'value' | 'onChange' | 'type' | 'end' | 'step' | 'min' | 'max'
> & {
  value: number | null;
  /** Called once per finished edit: on Enter, on leaving, and on each arrow key. Null when emptied (if `optional`). */
  onCommit: (value: number | null) => void;
  step?: number;
  min?: number;
  max?: number;
  unit?: string;
  optional?: boolean;
};

/** A number typed freely and taken when finished. Arrows step (Shift: ten steps), Escape restores. */
export function NumberInput({
  value,
  onCommit,
  step = 1,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  unit,
  optional = false,
  ...rest
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? (value === null ? '' : String(value));
  const commit = (next: number) => {
    const bounded = Math.min(max, Math.max(min, next));
    setDraft(null);
    if (bounded !== value) onCommit(bounded);
  };
  const finish = () => {
    if (draft === null) return;
    if (draft.trim() === '' && optional) {
      setDraft(null);
      if (value !== null) onCommit(null);
      return;
    }
    const parsed = parseNumber(draft);
    if (parsed === null) setDraft(null);
    else commit(parsed);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') finish();
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const from = parseNumber(text) ?? value ?? 0;
      const by = (event.key === 'ArrowUp' ? 1 : -1) * step * (event.shiftKey ? 10 : 1);
      commit(roundToStep(from + by, step));
    }
  };
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      inputClassName="ltr num"
      value={text}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={press}
      end={unit}
    />
  );
}
