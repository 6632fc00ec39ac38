'use client';

import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { type StarterInfo, starterPicture } from './starter-info';

type Props = { starter: StarterInfo; chosen: boolean; onToggle: () => void };

/** A machine to choose: picture, name, size. */
export function StarterCard({ starter, chosen, onToggle }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const { width, depth, height } = starter.dimensions;
  const metres = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <button
      type="button"
      aria-pressed={chosen}
      title={t(starter.descriptionKey)}
      onClick={onToggle}
      className={cn(
        'relative block w-full overflow-hidden rounded-md border bg-surface text-start transition-colors hover:border-line-control',
        chosen ? 'border-accent shadow-[inset_0_0_0_1px_var(--accent)]' : 'border-line',
      )}
    >
      <span className="block aspect-4/3 bg-iso-bg">
        {/* biome-ignore lint/performance/noImgElement: a ready-sized picture of ours */}
        <img src={starterPicture(starter.kind)} alt="" loading="lazy" className="size-full object-cover" />
      </span>
      {chosen ? (
        <span className="absolute end-2 top-2 grid size-5 place-items-center rounded-full bg-accent text-accent-ink">
          <Check aria-hidden="true" className="size-3.5" />
        </span>
      ) : null}
      <span className="block px-2.5 py-2">
        <span className="block truncate font-[550] text-dense">{t(starter.labelKey)}</span>
        <span className="num block text-ink-3 text-small">
          {t('asset.starter.size', { width: metres(width), depth: metres(depth), height: metres(height) })}
        </span>
      </span>
    </button>
  );
}
