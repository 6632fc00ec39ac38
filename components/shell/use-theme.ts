'use client';

import { useSyncExternalStore } from 'react';
import type { Theme, ThemeChoice } from '@/lib/theme';
import { currentTheme, currentThemeChoice } from './appearance';

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-theme-choice'] });
  return () => observer.disconnect();
}

/** The theme that is shown (`light` while the server renders: it can not know). For what CSS variables can't reach, such as a canvas. */
export const useTheme = (): Theme => useSyncExternalStore(onThemeChange, currentTheme, () => 'light');

export const useThemeChoice = (): ThemeChoice =>
  useSyncExternalStore(onThemeChange, currentThemeChoice, () => 'system');
