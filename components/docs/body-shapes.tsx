import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/code-block';
import { ExamplesTable } from './examples-table';

const SHAPES = [
  { key: 'single', widget: 'SingleData', body: '{"temperature": 42.5}' },
  { key: 'double', widget: 'DoubleData', body: '{"motor_stats": {"rpm": 1500, "vibration": 0.75}}' },
  {
    key: 'chart',
    widget: 'LineChart, BarChart',
    body: '{"production_output": {"machines": ["A", "B"], "units_per_hour": [112, 124]}}',
  },
] as const;

/** What a body looks like for each kind of widget. */
export function BodyShapes() {
  const t = useTranslations('docs.ingest.body');
  return (
    <ExamplesTable
      heads={[t('widget'), t('value'), t('example')]}
      rows={SHAPES.map(({ key, widget, body }) => ({
        name: widget,
        cells: [
          { key: 'value', content: t(`shapes.${key}`) },
          { key: 'example', content: <Code className="whitespace-normal">{body}</Code> },
        ],
      }))}
    />
  );
}
