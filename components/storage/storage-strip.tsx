'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Strip, StripFigure } from '@/components/ui/strip';
import { useBytes } from '@/components/ui/use-bytes';
import type { Storage } from '@/lib/telemetry/usage/schema';

/** How much, how fast, how tightly packed, and where it leads. */
export function StorageStrip({ storage }: { storage: Storage }) {
  const t = useTranslations('storage.strip');
  const bytes = useBytes();
  const format = useFormatter();
  const { datasources, storageBytesMax } = storage;
  const packed = datasources.filter(({ bytesPerReading }) => bytesPerReading !== null);
  const readings = packed.reduce((sum, { sealed }) => sum + sealed.readings, 0);
  const packedBytes = packed.reduce(
    (sum, { sealed, bytesPerReading }) => sum + sealed.readings * (bytesPerReading ?? 0),
    0,
  );
  return (
    <Strip>
      <StripFigure
        label={t('stored')}
        value={bytes(storage.bytes)}
        unit={storageBytesMax === null ? null : t('of', { size: bytes(storageBytesMax) })}
      />
      <StripFigure
        label={t('readingsPerDay')}
        value={format.number(storage.readingsPerDay, { notation: 'compact', maximumFractionDigits: 1 })}
      />
      <StripFigure
        label={t('packed')}
        value={format.number(readings, { notation: 'compact', maximumFractionDigits: 1 })}
      />
      <StripFigure
        label={t('bytesPerReading')}
        value={readings > 0 ? format.number(packedBytes / readings, { maximumFractionDigits: 1 }) : '–'}
        unit={readings > 0 ? t('bytes') : t('notYet')}
      />
    </Strip>
  );
}
