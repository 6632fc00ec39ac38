'use client';

import { getNonce } from 'get-nonce';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './class-names';
import { controlDenseStyle, controlStyle } from './control-style';
import { useFieldControl, useFieldIsDense } from './field';

export type SelectOption<T extends string = string> = {
  value: T;
  label: ReactNode;
  /** Muted, after the label. */
  hint?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};
export type SelectGroup<T extends string = string> = { label: string; options: readonly SelectOption<T>[] };

type Props<T extends string> = {
  value: T | undefined;
  onValueChange: (value: T) => void;
  options: readonly (SelectOption<T> | SelectGroup<T>)[];
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
  'aria-label'?: string;
};

const isGroup = <T extends string>(entry: SelectOption<T> | SelectGroup<T>): entry is SelectGroup<T> =>
  'options' in entry;

/** Chooses one of a short list; arrows, typing ahead and Escape work. Long lists want a search: use a Combobox. */
export function Select<T extends string>({
  value,
  onValueChange,
  options,
  placeholder,
  disabled,
  name,
  className,
  'aria-label': label,
}: Props<T>) {
  const field = useFieldControl();
  const dense = useFieldIsDense();
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => onValueChange(next as T)}
      {...(disabled ? { disabled } : {})}
      {...(name ? { name } : {})}
    >
      <Radix.Trigger
        {...field}
        {...(label ? { 'aria-label': label } : {})}
        className={cn(
          controlStyle,
          dense && controlDenseStyle,
          'justify-between text-start outline-none data-placeholder:text-ink-3',
          className,
        )}
      >
        <span dir="auto" className="min-w-0 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden="true" className="size-3.5 text-ink-3" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-[min(420px,calc(100vw-16px))] animate-fade overflow-hidden rounded-md bg-raised shadow-float"
        >
          <Radix.Viewport nonce={getNonce()} className="p-1">
            {options.map((entry) =>
              isGroup(entry) ? (
                <Radix.Group key={entry.label}>
                  <Radix.Label className="px-2 pt-2 pb-1 font-medium text-ink-3 text-micro">
                    {entry.label}
                  </Radix.Label>
                  {entry.options.map((option) => (
                    <Item key={option.value} option={option} />
                  ))}
                </Radix.Group>
              ) : (
                <Item key={entry.value} option={entry} />
              ),
            )}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item<T extends string>({ option }: { option: SelectOption<T> }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled ?? false}
      className="flex h-8 cursor-default select-none items-center gap-2 rounded-sm ps-2 pe-2 text-dense outline-none data-disabled:text-ink-disabled data-highlighted:bg-hover max-md:h-11 max-md:text-base"
    >
      <Radix.ItemText>
        <span className="flex items-center gap-2 [&_svg]:text-ink-3">
          {option.icon}
          {option.label}
        </span>
      </Radix.ItemText>
      {option.hint ? <span className="text-ink-3 text-small">{option.hint}</span> : null}
      <Radix.ItemIndicator className="ms-auto">
        <Check aria-hidden="true" className="size-3.5 text-accent-text" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
