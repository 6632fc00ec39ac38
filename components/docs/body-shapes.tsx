import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/code-block';
import { Panel } from '@/components/ui/panel';

const SHAPES = [
  { key: 'single', widget: 'SingleData', body: '{"temperature": 42.5}' },
  { key: 'double', widget: 'DoubleData', body: '{"motor_stats": {"rpm": 1500, "vibration": 0.75}}' },
  {
    key: 'chart',
    widget: 'LineChart, BarChart',
    body: '{"production_output": {"machines": ["A", "B"], "units_per_hour": [112, 124]}}',
  },
] as const;

const head = 'h-8 bg-sunken px-4 text-start font-medium text-ink-3 text-micro';
const cell = 'border-line border-t px-4 py-2.5 align-top';

/** What a body looks like for each kind of widget. */
export function BodyShapes() {
  const t = useTranslations('docs.ingest.body');
  return (
    <Panel>
      <div className="overflow-x-auto">
        <table className="w-full min-w-140 text-dense">
          <thead>
            <tr>
              <th scope="col" className={head}>
                {t('widget')}
              </th>
              <th scope="col" className={head}>
                {t('value')}
              </th>
              <th scope="col" className={head}>
                {t('example')}
              </th>
            </tr>
          </thead>
          <tbody>
            {SHAPES.map(({ key, widget, body }) => (
              <tr key={key}>
                <th scope="row" className={`${cell} whitespace-nowrap text-start font-semibold text-ink`}>
                  {widget}
                </th>
                <td className={cell}>{t(`shapes.${key}`)}</td>
                <td className={cell}>
                  <Code className="whitespace-normal">{body}</Code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
