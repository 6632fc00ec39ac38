'use client';

import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlDenseStyle, controlStyle } from './control-style';
import { useFieldControl, useFieldIsDense } from './field';

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const field = useFieldControl();
  const dense = useFieldIsDense();
  return (
    <textarea
      {...field}
      {...rest}
      rows={rows}
      className={cn(
        controlStyle,
        dense && controlDenseStyle,
        'block h-auto min-h-8 resize-y py-1.5 outline-none max-md:h-auto',
        className,
      )}
    />
  );
}
