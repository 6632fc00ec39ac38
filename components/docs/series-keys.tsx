import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/code-block';
import { ExamplesTable } from './examples-table';

const EXAMPLES = [
  ['InfluxDB', 'press,line=2,hall=A force=12.5', 'press.force{hall=A,line=2}'],
  ['Home Assistant', 'sensor.boiler_flow', 'sensor.boiler_flow.value{domain=sensor,entity_id=boiler_flow}'],
  ['Prometheus', 'press_parts_total{line="2",job="mes"}', 'press_parts_total{job=mes,line=2}'],
  ['OpenTelemetry', 'room.temperature {room: lab}', 'room.temperature{room=lab,service.name=climate}'],
  ['ThingsBoard', '{"motor": {"rpm": 1500}}', 'motor.rpm'],
] as const;

/** Which data key a value gets, by protocol. */
export function SeriesKeys() {
  const t = useTranslations('docs.protocols.keys');
  const code = (text: string) => <Code className="whitespace-normal [overflow-wrap:anywhere]">{text}</Code>;
  return (
    <ExamplesTable
      caption={t('caption')}
      heads={[null, t('sent'), t('stored')]}
      rows={EXAMPLES.map(([name, sent, stored]) => ({
        name,
        cells: [
          { key: 'sent', content: code(sent) },
          { key: 'stored', content: code(stored) },
        ],
      }))}
    />
  );
}
