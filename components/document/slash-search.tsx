'use client';

import { useEffect, useRef } from 'react';
import { SearchInput } from '@/components/ui/input';

type Props = { value: string; label: string; onValueChange: (value: string) => void };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** The search of a list; `/` goes to it from anywhere on the page. */
export function SlashSearch({ value, label, onValueChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      box.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div ref={box} className="w-65 max-md:w-full">
      <SearchInput value={value} placeholder={label} shortcut="/" onValueChange={onValueChange} />
    </div>
  );
}
