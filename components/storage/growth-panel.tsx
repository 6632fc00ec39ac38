'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Panel, PanelHead } from '@/components/ui/panel';
import { useBytes } from '@/components/ui/use-bytes';
import type { Storage } from '@/lib/telemetry/usage/schema';
import { prepareGrowth } from './prepare-growth';

const percent = (part: number) => `${(part * 100).toFixed(2)}%`;

/** What is stored now, and what will be, against the cap. */
export function GrowthPanel({ storage }: { storage: Storage }) {
  const t = useTranslations('storage.growth');
  const bytes = useBytes();
  const format = useFormatter();
  const { bars, cap } = prepareGrowth(storage);
  const { storageBytesMax, capReachedAt, disk } = storage;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  return (
    <Panel labelledBy="growth">
      <PanelHead id="growth" title={t('title')} note={t('note')} />
      <div className="px-4 pt-4 pb-3">
        <dl className="relative grid gap-3">
          {bars.map((bar) => (
            <div
              key={bar.days}
              className="grid grid-cols-[84px_minmax(0,1fr)_76px] items-center gap-3 text-dense"
            >
              <dt className="truncate text-ink-2">{t('in', { days: bar.days })}</dt>
              <dd className="num order-last text-end font-[550]">
                <bdi>{bytes(bar.bytes)}</bdi>
              </dd>
              <dd aria-hidden="true" className="relative flex h-5 overflow-hidden rounded-sm bg-sunken">
                <span
                  className={bar.days === 0 ? 'bg-ink-2' : 'bg-line-strong'}
                  style={{ width: percent(bar.kept) }}
                />
                <span className="bg-hatch-fine opacity-80" style={{ width: percent(bar.dropped) }} />
                {cap === null ? null : (
                  <span
                    className="absolute inset-y-0 w-0.5 bg-look"
                    style={{ insetInlineStart: `calc(${percent(cap)} - 2px)` }}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
        <ul className="mt-3 grid gap-0.5 border-line border-t pt-2.5 text-ink-3 text-small">
          {storageBytesMax === null ? (
            <li>{t('noCap')}</li>
          ) : (
            <li>
              {t.rich(capReachedAt === null ? 'capFar' : 'cap', {
                size: () => <bdi className="num text-ink-2">{bytes(storageBytesMax)}</bdi>,
                day: capReachedAt === null ? '' : day(capReachedAt),
              })}
            </li>
          )}
          {disk ? (
            <li>
              {t.rich('disk', {
                free: () => <bdi className="num text-ink-2">{bytes(disk.freeBytes)}</bdi>,
                total: () => <bdi className="num">{bytes(disk.totalBytes)}</bdi>,
              })}
            </li>
          ) : (
            <li>{t('diskElsewhere')}</li>
          )}
        </ul>
      </div>
    </Panel>
  );
}
