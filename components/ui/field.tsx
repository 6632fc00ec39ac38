'use client';

import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { cn } from './class-names';

type FieldControl = {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  /** In an inspector: 28 px high, filled ground. */
  dense: boolean;
};
const FieldContext = createContext<FieldControl | null>(null);

/** Attributes that tie a control to the label, hint and error of the `Field` around it. */
export function useFieldControl(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    ...(field.describedBy ? { 'aria-describedby': field.describedBy } : {}),
    ...(field.invalid ? { 'aria-invalid': true as const } : {}),
  };
}
export const useFieldIsDense = (): boolean => useContext(FieldContext)?.dense ?? false;

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that shows the right form; undefined or empty: no error. */
  error?: string | undefined;
  /** At the end of the label's line: a link, a counter. */
  aside?: ReactNode;
  /** `above`: forms. `beside`: dense inspectors. */
  layout?: 'above' | 'beside';
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, one control (Input, Select, Switch, …), hint or error: `<Field label="Name" error={…}><Input …/></Field>`. */
export function Field({
  label,
  hint,
  error,
  aside,
  layout = 'above',
  hideLabel,
  className,
  children,
}: Props) {
  const id = useId();
  const beside = layout === 'beside';
  const noteId = `${id}note`;
  const hasNote = Boolean(error || hint);
  const control = useMemo<FieldControl>(
    () => ({ id, describedBy: hasNote ? noteId : undefined, invalid: Boolean(error), dense: beside }),
    [id, noteId, hasNote, error, beside],
  );
  return (
    <FieldContext.Provider value={control}>
      <div
        className={cn(
          beside
            ? 'grid min-h-7 grid-cols-[116px_minmax(0,1fr)] items-center gap-x-2 gap-y-1'
            : 'flex flex-col gap-1.5',
          className,
        )}
      >
        <div className={cn('flex items-baseline justify-between gap-3', hideLabel && 'sr-only')}>
          <label
            htmlFor={id}
            className={beside ? 'text-ink-2 text-small' : 'font-[550] text-dense max-md:text-base'}
          >
            {label}
          </label>
          {aside ? <span className="text-dense">{aside}</span> : null}
        </div>
        {children}
        {error ? (
          <p
            id={noteId}
            role="alert"
            className={cn('flex gap-1.5 text-act-text text-small', beside && 'col-start-2')}
          >
            <CircleAlert aria-hidden="true" className="mt-px size-3.5" />
            <span>{error}</span>
          </p>
        ) : hint ? (
          <p id={noteId} className={cn('text-ink-3 text-small', beside && 'col-start-2')}>
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext.Provider>
  );
}
