'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { StageInsets } from '@/components/stage/types';

const RAIL = 212;
const PANEL = 328;
const EDGE = 24;
const BAR = 72;

/** What the viewer's panels cover, so that content is framed in what is left. Mirrored with the page. */
export function useViewerInsets(phone: boolean, panelOpen: boolean): StageInsets {
  const locale = useLocale();
  return useMemo(() => {
    if (phone) {
      const bottom = panelOpen ? Math.round(window.innerHeight * 0.46) : EDGE;
      return { top: BAR, right: 12, bottom, left: 12 };
    }
    const start = RAIL;
    const end = panelOpen ? PANEL : EDGE;
    const mirrored = locale === 'ar';
    return { top: BAR, right: mirrored ? start : end, bottom: 32, left: mirrored ? end : start };
  }, [phone, panelOpen, locale]);
}
