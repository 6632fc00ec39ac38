'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CodeBlock } from '@/components/ui/code-block';
import { Panel } from '@/components/ui/panel';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { RequestDetail } from '@/lib/inspector/schema';
import { BodyView } from './body-view';
import type { PreparedBody } from './prepare-body';
import { ReadingsView } from './readings-view';

const PARTS = ['body', 'readings', 'headers', 'answer'] as const;
type Part = (typeof PARTS)[number];

/** Body, what was read out of it, headers, answer. The chosen part stays chosen from request to request. */
export function RequestParts({ request, body }: { request: RequestDetail; body: PreparedBody | null }) {
  const t = useTranslations('inspector.parts');
  const [chosen, setChosen] = useState<Part | null>(null);
  const parts = PARTS.filter((part) => part !== 'readings' || request.code === null);
  // Nobody reads bytes: of a body that is no text, what was read out of it comes first.
  const usual = body?.form === 'binary' && parts.includes('readings') ? 'readings' : 'body';
  const part = chosen && parts.includes(chosen) ? chosen : usual;
  return (
    <Panel label={t('label')}>
      <Tabs value={part} onValueChange={(next) => setChosen(next as Part)}>
        <TabList aria-label={t('label')}>
          {parts.map((each) => (
            <Tab key={each} value={each}>
              {t(each, { count: request.readings })}
            </Tab>
          ))}
        </TabList>
        <TabPanel value="body">
          <BodyView request={request} body={body} />
        </TabPanel>
        <TabPanel value="readings">
          <ReadingsView read={request.read ?? []} messages={request.messages} at={request.at} />
        </TabPanel>
        <TabPanel value="headers">
          <Headers headers={request.headers} />
        </TabPanel>
        <TabPanel value="answer">
          <Answer status={request.status} answer={request.answer} />
        </TabPanel>
      </Tabs>
    </Panel>
  );
}

function Headers({ headers }: Pick<RequestDetail, 'headers'>) {
  const t = useTranslations('inspector.parts');
  if (headers.length === 0) return <p className="px-4 py-6 text-dense text-ink-3">{t('noHeaders')}</p>;
  return (
    <table className="ltr w-full text-left text-dense [direction:ltr]">
      <tbody>
        {headers.map(([name, value], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice
          <tr key={i} className="[&:not(:last-child)>*]:border-line [&:not(:last-child)>*]:border-b">
            <th scope="row" className="w-2/5 px-4 py-1.5 align-top font-normal text-ink-2">
              {name}
            </th>
            <td className="break-all py-1.5 pe-4 font-mono text-small leading-5">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ status, answer }: Pick<RequestDetail, 'status' | 'answer'>) {
  const t = useTranslations('inspector.parts');
  if (!answer) return <p className="px-4 py-6 text-dense text-ink-3">{t('emptyAnswer', { status })}</p>;
  return <CodeBlock code={pretty(answer)} language="json" label={t('answer')} className="max-h-128" />;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
