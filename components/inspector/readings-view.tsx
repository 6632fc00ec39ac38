'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { DataKey } from '@/components/datasource/metrics/metric-name';
import { prepareValue } from '@/components/datasource/prepare-value';
import { Badge } from '@/components/ui/badge';
import type { ReadMessage } from '@/lib/inspector/schema';
import type { ReadingValue } from '@/lib/live/protocol';

type Props = { read: readonly ReadMessage[]; messages: number; at: string };

/** What was read out of a request: data keys with their values, message by message. */
export function ReadingsView({ read, messages, at }: Props) {
  const t = useTranslations('inspector.readings');
  if (read.length === 0) return <p className="px-4 py-6 text-dense text-ink-3">{t('none')}</p>;
  return (
    <>
      {read.map((message, i) => (
        <Message
          // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place in the request
          key={i}
          message={message}
          number={messages > 1 ? i + 1 : undefined}
          at={at}
        />
      ))}
      {messages > read.length ? (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-small">
          {t('more', { count: messages - read.length })}
        </p>
      ) : null}
    </>
  );
}

function Message({ message, number, at }: { message: ReadMessage; number: number | undefined; at: string }) {
  const t = useTranslations('inspector.readings');
  const format = useFormatter();
  const { timeUs, keys, values } = message;
  const time = timeUs === null ? new Date(at) : new Date(timeUs / 1000);
  const shown = format.dateTime(time, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
  return (
    <table className="w-full border-line border-b text-dense last:border-b-0">
      <caption className="border-line border-b bg-sunken px-4 py-1.5 text-start text-ink-3 text-small">
        {number === undefined ? null : (
          <b className="me-2 font-[550] text-ink-2">{t('message', { number })}</b>
        )}
        {t(timeUs === null ? 'arrival' : 'ownTime', { time: shown })}
      </caption>
      <tbody>
        {keys.map((key, i) => (
          <tr key={key} className="[&:not(:last-child)>*]:border-line [&:not(:last-child)>*]:border-b">
            <th scope="row" className="max-w-0 px-4 py-1.5 text-start font-normal">
              <DataKey dataKey={key} />
            </th>
            <td className="w-2/5 max-w-0 truncate py-1.5 text-end">
              <Shown value={values[i] as ReadingValue} />
            </td>
            <td className="w-24 px-4 py-1.5 text-end">
              <Badge>{t(`kind.${prepareValue(values[i] as ReadingValue).form}`)}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ value }: { value: ReadingValue }) {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return (
    <bdi className="num font-[550]" title={text.slice(0, 500)}>
      {text.slice(0, 120)}
    </bdi>
  );
}
