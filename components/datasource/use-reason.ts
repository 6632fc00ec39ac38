'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

const TOLD = [
  'unauthorized',
  'too_large',
  'unsupported_media_type',
  'invalid_json',
  'invalid_reading',
  'unequal_lengths',
  'too_many_requests',
  'unavailable',
  'storage_full',
  'timeout',
  'invalid_request',
  'method_not_allowed',
] as const;

/** Why a request was refused, in a few words. */
export function useReason(): (code: string) => string {
  const t = useTranslations('datasource.reason');
  return useCallback((code) => t(TOLD.find((known) => known === code) ?? 'other', { code }), [t]);
}
