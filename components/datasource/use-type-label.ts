'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isKnownDatasourceType } from '@/lib/datasource/registry';

/** The name of a type of datasource. */
export function useTypeLabel(): (type: string) => string {
  const t = useTranslations('datasource');
  return useCallback((type) => (isKnownDatasourceType(type) ? t(`type.${type}.label`) : type), [t]);
}
