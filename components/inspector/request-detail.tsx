'use client';

import { ArrowLeft, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Note } from '@/components/ui/note';
import type { Replayed, RequestDetail as Request } from '@/lib/inspector/schema';
import { CorrectionCard, headerOf } from './correction-card';
import { endpointName } from './endpoint-name';
import { makeCurl } from './make-curl';
import { OutcomeMark } from './outcome-mark';
import { fromBase64, prepareBody } from './prepare-body';
import { RequestParts } from './request-parts';
import { useDuration } from './use-duration';
import { useReplay } from './use-replay';
import { useSize } from './use-size';

type Props = {
  datasourceId: string;
  request: Request;
  mayWrite: boolean;
  onSent: (answer: Replayed) => void;
  /** On a phone: back to the list. */
  onBack: () => void;
};

/** One request: what became of it and why, what to do, what was sent, what was answered. */
export function RequestDetail({ datasourceId, request, mayWrite, onSent, onBack }: Props) {
  const t = useTranslations('inspector.detail');
  const body = useMemo(
    () => (request.body === null ? null : prepareBody(fromBase64(request.body), request.isTruncated)),
    [request.body, request.isTruncated],
  );
  const text = body && body.form !== 'binary' ? body.text : undefined;
  const whole = request.isTruncated ? undefined : text;
  const { send, busy } = useReplay(datasourceId, request.id, onSent);
  const canReplay = mayWrite && request.body !== null && !request.isTruncated;
  return (
    <article aria-label={t('label')} className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-4">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <IconButton
          label={t('back')}
          icon={<ArrowLeft aria-hidden="true" className="flip" />}
          onClick={onBack}
          className="-ms-2 lg:hidden"
        />
        <div className="grid min-w-0 flex-1 gap-0.5">
          <OutcomeMark request={request} className="text-lead" />
          <span className="ltr block truncate font-mono text-ink-2 text-small" title={request.target ?? ''}>
            {request.method} {request.target}
          </span>
        </div>
        <div className="flex flex-wrap gap-2 max-md:w-full">
          {request.body === null ? null : (
            <CopyButton size="small" text={() => makeCurl(request, whole, window.location.origin)}>
              {t('curl')}
            </CopyButton>
          )}
          {canReplay ? (
            <Button
              size="small"
              icon={<RotateCw aria-hidden="true" />}
              loading={busy}
              onClick={() => void send({})}
            >
              {t('replay')}
            </Button>
          ) : null}
        </div>
      </header>
      <Facts request={request} />
      {request.dropped ? (
        <Note tone="look">
          {t('dropped', { count: request.dropped.count })}{' '}
          <bdi className="wrap-anywhere">{request.dropped.why}</bdi>
        </Note>
      ) : null}
      {request.code === null ? null : <Refusal request={request} />}
      {request.code === null ? null : (
        <CorrectionCard
          key={request.id}
          datasourceId={datasourceId}
          request={request}
          text={whole}
          mayWrite={mayWrite}
          onSent={onSent}
        />
      )}
      <RequestParts request={request} body={body} />
    </article>
  );
}

function Facts({ request }: { request: Request }) {
  const t = useTranslations('inspector.detail');
  const format = useFormatter();
  const duration = useDuration();
  const size = useSize();
  const agent = headerOf(request, 'user-agent');
  const at = new Date(request.at);
  const ms = String(at.getMilliseconds()).padStart(3, '0');
  const facts: [string, string | null][] = [
    [t('at'), `${format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })}.${ms}`],
    [t('from'), request.address],
    [t('agent'), agent],
    [t('way'), endpointName(request)],
    [t('size'), request.bodyBytes > 0 ? size(request.bodyBytes) : null],
    [t('took'), request.durationUs > 0 ? duration(request.durationUs) : null],
  ];
  return (
    <dl className="grid grid-cols-3 gap-x-4 gap-y-2.5 text-dense max-md:grid-cols-2">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="min-w-0">
            <dt className="text-ink-3 text-small">{name}</dt>
            <dd className="num truncate" title={value}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Refusal({ request }: { request: Request }) {
  const t = useTranslations('inspector.detail');
  const { detail, errors, code } = request;
  return (
    <div className="grid gap-2 rounded-md border border-act-line bg-act-soft px-3.5 py-3 text-dense">
      <p className="break-words">
        <bdi>{detail}</bdi>{' '}
        <Link href={`/docs/errors#${code}`} className="link-in-text whitespace-nowrap">
          {t('why')}
        </Link>
      </p>
      {errors.length > 1 ? (
        <ul className="grid gap-1" aria-label={t('faults')}>
          {errors.map(({ pointer, line, detail: fault }) => (
            <li key={`${line}${pointer}${fault}`} className="flex gap-2.5">
              <span className="ltr code-text shrink-0">
                {line === undefined ? null : `${line}: `}
                {pointer || '/'}
              </span>
              <bdi className="min-w-0 break-words text-ink-2">{fault}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
