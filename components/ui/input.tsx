'use client';

import { Eye, EyeOff, Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { cn } from './class-names';
import { controlDenseStyle, controlStyle } from './control-style';
import { useFieldControl, useFieldIsDense } from './field';
import { Kbd } from './kbd';

export type InputProps = ComponentProps<'input'> & {
  /** Before the text: an icon. */
  start?: ReactNode;
  /** After the text: a unit, a button, a key. */
  end?: ReactNode;
  /** Class names of the inner `<input>`; `className` is for the box around it. */
  inputClassName?: string;
};

export function Input({ start, end, className, inputClassName, ...rest }: InputProps) {
  const field = useFieldControl();
  const dense = useFieldIsDense();
  return (
    <span className={cn(controlStyle, dense && controlDenseStyle, className)}>
      {start ? <span className="shrink-0 text-ink-3">{start}</span> : null}
      <input
        {...field}
        {...rest}
        className={cn(
          'w-full min-w-0 bg-transparent outline-none disabled:cursor-not-allowed',
          inputClassName,
        )}
      />
      {end ? <span className="shrink-0 text-ink-3">{end}</span> : null}
    </span>
  );
}

/** A password that can be shown while it is typed. */
export function PasswordInput(props: Omit<InputProps, 'type' | 'end'>) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      end={
        <button
          type="button"
          aria-label={t(shown ? 'hidePassword' : 'showPassword')}
          aria-pressed={shown}
          className="touch-target -me-1 grid size-6 place-items-center rounded-sm hover:text-ink"
          onClick={() => setShown(!shown)}
        >
          <Icon aria-hidden="true" />
        </button>
      }
    />
  );
}

type SearchInputProps = Omit<InputProps, 'type' | 'start' | 'end' | 'onChange' | 'value'> & {
  value: string;
  onValueChange: (value: string) => void;
  /** Shown as a key while empty; the page binds it. */
  shortcut?: string;
};

/** Filters what is below. Escape empties it. */
export function SearchInput({ value, onValueChange, shortcut, onKeyDown, ...rest }: SearchInputProps) {
  const t = useTranslations('ui');
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onValueChange('');
    input.current?.focus();
  };
  return (
    <Input
      {...rest}
      ref={input}
      type="search"
      aria-label={rest['aria-label'] ?? rest.placeholder}
      inputClassName="[&::-webkit-search-cancel-button]:hidden"
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          event.stopPropagation();
          onValueChange('');
        }
        onKeyDown?.(event);
      }}
      start={<Search aria-hidden="true" />}
      end={
        value ? (
          <button
            type="button"
            aria-label={t('clear')}
            onClick={clear}
            className="touch-target -me-1 grid size-6 place-items-center rounded-sm hover:text-ink"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        ) : shortcut ? (
          <Kbd className="max-md:hidden">{shortcut}</Kbd>
        ) : null
      }
    />
  );
}
