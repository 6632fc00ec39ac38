import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/code-block';
import { Panel } from '@/components/ui/panel';

const EXAMPLES = [
  ['InfluxDB', 'press,line=2,hall=A force=12.5', 'press.force{hall=A,line=2}'],
  ['Home Assistant', 'sensor.boiler_flow', 'sensor.boiler_flow.value{domain=sensor,entity_id=boiler_flow}'],
  ['Prometheus', 'press_parts_total{line="2",job="mes"}', 'press_parts_total{job=mes,line=2}'],
  ['OpenTelemetry', 'room.temperature {room: lab}', 'room.temperature{room=lab,service.name=climate}'],
  ['ThingsBoard', '{"motor": {"rpm": 1500}}', 'motor.rpm'],
] as const;

const head = 'h-8 bg-sunken px-4 text-start font-medium text-ink-3 text-micro';
const cell = 'border-line border-t px-4 py-2.5 align-top';

/** Which data key a value gets, by protocol. */
export function SeriesKeys() {
  const t = useTranslations('docs.protocols.keys');
  return (
    <Panel>
      <div className="overflow-x-auto">
        <table className="w-full min-w-140 text-dense">
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr>
              <td className={head} />
              <th scope="col" className={head}>
                {t('sent')}
              </th>
              <th scope="col" className={head}>
                {t('stored')}
              </th>
            </tr>
          </thead>
          <tbody>
            {EXAMPLES.map(([protocol, sent, stored]) => (
              <tr key={protocol}>
                <th scope="row" className={`${cell} whitespace-nowrap text-start font-semibold text-ink`}>
                  {protocol}
                </th>
                <td className={cell}>
                  <Code className="whitespace-normal [overflow-wrap:anywhere]">{sent}</Code>
                </td>
                <td className={cell}>
                  <Code className="whitespace-normal [overflow-wrap:anywhere]">{stored}</Code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
