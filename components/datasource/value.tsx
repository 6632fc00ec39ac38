'use client';

import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import { Popover } from '@/components/ui/popover';
import { formatExample } from '@/lib/datasource/example/format-example';
import type { MetricKind, ReadingValue } from '@/lib/live/protocol';
import { formatNumber } from '@/lib/widget/format-value';
import { isMismatch, prepareValue, type ShownValue, shownDecimals } from './prepare-value';

type Props = { value: ReadingValue; kind: MetricKind; unit: string | null };

const TEXT_LENGTH_SHOWN = 60;

/** The newest value of a metric; one of another kind than the metric is marked, a structure opens to be seen whole. */
export function Value({ value, kind, unit }: Props) {
  const t = useTranslations('datasource.value');
  const shown = prepareValue(value);
  if (isMismatch(value, kind)) {
    const text = typeof value === 'object' ? '{…}' : String(value).slice(0, 24);
    return (
      <Badge tone="look" icon={<TriangleAlert aria-hidden="true" />} className="max-w-full">
        <span className="truncate">{t('mismatch', { value: text, form: t(`form.${shown.form}`) })}</span>
      </Badge>
    );
  }
  return shown.form === 'structure' ? <Structure shown={shown} /> : <Scalar shown={shown} unit={unit} />;
}

function Scalar({ shown, unit }: { shown: Exclude<ShownValue, { form: 'structure' }>; unit: string | null }) {
  const t = useTranslations('datasource.value');
  const locale = useLocale();
  const unitText = unit ? <span className="text-ink-3"> {unit}</span> : null;
  if (shown.form === 'number')
    return (
      <span className="num" title={String(shown.value)}>
        <bdi className="font-[550]">{formatNumber(shown.value, locale, shownDecimals(shown.value))}</bdi>
        {unitText}
      </span>
    );
  if (shown.form === 'boolean') return <span className="font-[550]">{t(shown.value ? 'yes' : 'no')}</span>;
  return (
    <span title={shown.value}>
      <bdi className="font-[550]">{shown.value.slice(0, TEXT_LENGTH_SHOWN)}</bdi>
      {unitText}
    </span>
  );
}

function Structure({ shown }: { shown: Extract<ShownValue, { form: 'structure' }> }) {
  const t = useTranslations('datasource.value');
  const text = t(shown.isList ? 'entries' : 'values', { count: shown.entries });
  return (
    <Popover
      label={t('structure')}
      align="end"
      className="w-96 p-0"
      trigger={
        <button
          type="button"
          className="relative -mx-1 rounded-sm px-1 font-[550] underline decoration-line-strong decoration-dotted underline-offset-4 hover:bg-hover"
        >
          {text}
        </button>
      }
    >
      <CodeBlock
        code={formatExample(shown.value)}
        language="json"
        label={t('structure')}
        className="max-h-80 rounded-md"
      />
    </Popover>
  );
}
