'use client';

import { Grid2x2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { TemplateInfo } from './template-info';

const EMPTY = 'empty';

type Props = {
  templates: readonly TemplateInfo[];
  /** Kind of a template; null: empty. */
  chosen: string | null;
  onChoose: (kind: string | null) => void;
};

/** What a scene starts with: nothing, or a template. */
export function StartChoices({ templates, chosen, onChoose }: Props) {
  const t = useTranslations('scene.create');
  const tRoot = useTranslations();
  return (
    <RadioGroup.Root
      aria-label={t('start')}
      value={chosen ?? EMPTY}
      onValueChange={(value) => onChoose(value === EMPTY ? null : value)}
      className="grid grid-cols-2 gap-3 max-md:grid-cols-1"
    >
      <Choice value={EMPTY} title={t('empty')} text={t('emptyText')}>
        <Grid2x2 aria-hidden="true" className="size-8 text-line-control" />
      </Choice>
      {templates.map(({ kind, labelKey, thumbnail }) => (
        <Choice
          key={kind}
          value={kind}
          title={tRoot(`${labelKey}.name`)}
          text={tRoot(`${labelKey}.description`)}
        >
          {/* biome-ignore lint/performance/noImgElement: a ready-sized picture of ours */}
          <img src={thumbnail} alt="" className="size-full object-cover" />
        </Choice>
      ))}
    </RadioGroup.Root>
  );
}

function Choice({
  value,
  title,
  text,
  children,
}: {
  value: string;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <RadioGroup.Item
      value={value}
      className="flex flex-col overflow-hidden rounded-md border border-line bg-surface text-start transition-colors hover:border-line-control data-[state=checked]:border-accent data-[state=checked]:shadow-[inset_0_0_0_1px_var(--accent)] max-md:flex-row"
    >
      <span className="grid aspect-video place-items-center overflow-hidden border-line border-b bg-iso-bg max-md:w-32 max-md:shrink-0 max-md:border-e max-md:border-b-0">
        {children}
      </span>
      <span className="block px-3 py-2.5">
        <span className="block font-[550] text-dense">{title}</span>
        <span className="block text-ink-3 text-small">{text}</span>
      </span>
    </RadioGroup.Item>
  );
}
