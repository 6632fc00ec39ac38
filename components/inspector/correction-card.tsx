'use client';

import { Check, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel, PanelHead } from '@/components/ui/panel';
import { Spinner } from '@/components/ui/spinner';
import { useProblemText } from '@/components/ui/use-problem-text';
import type { Replayed, RequestDetail } from '@/lib/inspector/schema';
import { splitTarget } from '@/lib/inspector/split-target';
import { AdviceNote } from './advice-note';
import { CheckLine } from './check-line';
import { CorrectionEditor } from './correction-editor';
import { DiffView } from './diff-view';
import { fromBase64, prepareBody } from './prepare-body';
import { useCheck } from './use-check';
import { useReplay } from './use-replay';
import { useStepText } from './use-step-text';

type Props = {
  datasourceId: string;
  request: RequestDetail;
  /** The body as it came, when it is a whole text. */
  text: string | undefined;
  mayWrite: boolean;
  onSent: (answer: Replayed) => void;
};

/** Of a refused request: what to change, as a comparison; to be sent so, or edited first. */
export function CorrectionCard({ datasourceId, request, text, mayWrite, onSent }: Props) {
  const t = useTranslations('inspector.fix');
  const stepText = useStepText('step');
  const problemText = useProblemText();
  const { checked, failure } = useCheck(datasourceId, request.id, null);
  const [isEditing, setIsEditing] = useState(false);
  const { send, busy } = useReplay(datasourceId, request.id, onSent);
  if (!checked)
    return (
      <Panel labelledBy="fix" className="min-h-24">
        <PanelHead id="fix" title={t('title')} />
        <p className="flex items-center gap-2 p-4 text-dense text-ink-3">
          {failure === undefined ? (
            <>
              <Spinner /> {t('looking')}
            </>
          ) : (
            problemText(failure)
          )}
        </p>
      </Panel>
    );
  const { correction, advice } = checked;
  const corrected = correction ? textOfBody(correction.body) : undefined;
  const typeBefore = headerOf(request, 'content-type');
  const change = [
    ...changed('Content-Type', typeBefore, correction?.contentType ?? typeBefore),
    ...changed('query', queryOf(request), correction?.query ?? queryOf(request)),
  ];
  return (
    <Panel labelledBy="fix">
      <PanelHead id="fix" title={t('title')} />
      {advice ? <AdviceNote advice={advice} datasourceId={datasourceId} /> : null}
      {!correction && !advice ? (
        <p className="p-4 text-dense text-ink-2">{t(text === undefined ? 'unknownCut' : 'unknown')}</p>
      ) : null}
      {correction && !isEditing ? (
        <>
          <ol className="grid gap-1.5 px-4 py-3 text-dense">
            {correction.steps.map((step) => (
              <li key={step.kind} className="flex gap-2">
                <Check aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
                <span className="min-w-0 break-words">{stepText(step)}</span>
              </li>
            ))}
          </ol>
          <div className="border-line border-t">
            <DiffView
              label={t('changes')}
              before={[...change.map(([before]) => before), text ?? ''].join('\n')}
              after={[...change.map(([, after]) => after), corrected ?? text ?? ''].join('\n')}
            />
          </div>
          <footer className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2.5">
            <CheckLine outcome={correction.outcome} fresh />
            <span className="ms-auto flex flex-wrap gap-2">
              {corrected === undefined ? null : (
                <CopyButton text={corrected} size="small">
                  {t('copy')}
                </CopyButton>
              )}
              {mayWrite ? (
                <>
                  <Button
                    size="small"
                    icon={<Pencil aria-hidden="true" />}
                    onClick={() => setIsEditing(true)}
                  >
                    {t('edit')}
                  </Button>
                  {correction.outcome.refusal ? null : (
                    <Button
                      size="small"
                      variant="primary"
                      loading={busy}
                      onClick={() => {
                        const { body, contentType, query } = correction;
                        void send({ body, contentType, query });
                      }}
                    >
                      {t('send')}
                    </Button>
                  )}
                </>
              ) : null}
            </span>
          </footer>
        </>
      ) : null}
      {isEditing ? (
        <CorrectionEditor
          datasourceId={datasourceId}
          request={request}
          initial={{
            text: corrected ?? text ?? '',
            contentType: correction?.contentType ?? typeBefore,
            query: correction?.query ?? queryOf(request),
          }}
          onSent={onSent}
          onClose={() => setIsEditing(false)}
        />
      ) : !correction && mayWrite && text !== undefined ? (
        <footer className="border-line border-t px-4 py-2.5">
          <Button size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setIsEditing(true)}>
            {t('editAndSend')}
          </Button>
        </footer>
      ) : null}
    </Panel>
  );
}

const textOfBody = (base64: string): string | undefined => {
  const body = prepareBody(fromBase64(base64));
  return body.form === 'binary' ? undefined : body.text;
};

export const headerOf = (request: RequestDetail, name: string): string | null =>
  request.headers.find(([known]) => known === name)?.[1] ?? null;

export const queryOf = (request: RequestDetail): string => splitTarget(request.target ?? '').query;

const changed = (name: string, before: string | null, after: string | null): [string, string][] =>
  before === after ? [] : [[`${name}: ${before ?? ''}`, `${name}: ${after ?? ''}`]];
