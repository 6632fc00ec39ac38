'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import { formatBytes } from './format-bytes';

/** Sizes as people write them: "4.2 MB". */
export function useBytes(): (bytes: number) => string {
  const format = useFormatter();
  return useCallback((bytes) => formatBytes(bytes, format), [format]);
}
