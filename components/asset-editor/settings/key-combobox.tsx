'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { controlDenseStyle, controlStyle } from '@/components/ui/control-style';
import { useFieldControl } from '@/components/ui/field';

export type KeyOption = { key: string; aside?: ReactNode };

type Props = {
  value: string;
  /** Options that hold the text. */
  optionsFor: (typed: string) => readonly KeyOption[];
  /** While typing: what stands there now. */
  onType: (key: string) => void;
  /** An option was chosen. */
  onChoose: (key: string) => void;
  maxLength: number;
  placeholder?: string;
  disabled?: boolean;
};

const SHOWN_MAX = 60;

/** A key chosen from those that arrived, or typed by hand. */
export function KeyCombobox({
  value,
  optionsFor,
  onType,
  onChoose,
  maxLength,
  placeholder,
  disabled,
}: Props) {
  const t = useTranslations('assetEditor.keys');
  const field = useFieldControl();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  /** Null: nothing was typed since it was opened, so everything is offered. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const options = open ? optionsFor(typed ?? '').slice(0, SHOWN_MAX) : [];
  const optionId = (at: number) => `${listId}-${at}`;

  const close = () => {
    setOpen(false);
    setTyped(null);
    setActive(-1);
  };
  const choose = (key: string) => {
    onChoose(key);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = Math.max(0, Math.min(options.length - 1, active + step));
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const option = options[active];
      if (option) choose(option.key);
      else close();
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
  };

  return (
    <span className="relative">
      <span className={cn(controlStyle, controlDenseStyle)}>
        <input
          {...field}
          ref={input}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(open && active >= 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          value={typed ?? value}
          maxLength={maxLength}
          disabled={disabled}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          className="code-text ltr w-full min-w-0 bg-transparent outline-none"
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setActive(-1);
            onType(event.target.value.trim());
          }}
          onClick={() => setOpen(true)}
          onBlur={close}
          onKeyDown={press}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('showAll')}
          disabled={disabled}
          className="touch-target shrink-0 text-ink-3 hover:text-ink"
          // The field keeps the focus, or leaving it would close the list again.
          onPointerDown={(event) => {
            event.preventDefault();
            input.current?.focus();
            if (open) close();
            else setOpen(true);
          }}
        >
          <ChevronsUpDown aria-hidden="true" className="size-3.5" />
        </button>
      </span>
      {open ? (
        <div
          id={listId}
          role="listbox"
          aria-label={t('list')}
          className="absolute end-0 top-full z-30 mt-1 max-h-60 w-max min-w-full max-w-[304px] animate-fade overflow-y-auto rounded-md bg-raised p-1 shadow-float"
          onPointerDown={(event) => event.preventDefault()}
        >
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
            <div
              key={option.key}
              id={optionId(at)}
              role="option"
              tabIndex={-1}
              aria-selected={option.key === value}
              data-key={option.key}
              className={cn(
                'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 text-small',
                at === active && 'bg-hover',
                option.key === value && 'font-semibold',
              )}
              onPointerEnter={() => setActive(at)}
              onClick={() => choose(option.key)}
            >
              <span className="code-text ltr min-w-0 truncate">{option.key}</span>
              {option.aside ? <span className="ms-auto shrink-0 text-ink-3">{option.aside}</span> : null}
            </div>
          ))}
          {options.length === 0 ? (
            <p className="px-2 py-1.5 text-ink-3 text-small">{t(typed ? 'typedByHand' : 'none')}</p>
          ) : null}
        </div>
      ) : null}
    </span>
  );
}
