import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Our own scales must be known by name, or `text-dense text-ink` would lose one of the two.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['micro', 'small', 'dense', 'base', 'lead', 'title', 'figure'],
      shadow: ['float', 'dialog', 'button'],
      radius: ['sm', 'md', 'full'],
    },
  },
});

/** Joins class names; of two that set the same property the later one wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
