'use client';

import { RotateCw, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { formatBytes } from '@/components/ui/format-bytes';
import { IconButton } from '@/components/ui/icon-button';
import { Progress } from '@/components/ui/progress';
import { SeverityMark } from '@/components/ui/status-mark';
import { isActive, type Upload, type UploadPhase } from './upload-store';
import { uploads } from './uploads';
import { useRefusalText } from './use-refusal-text';

const MARKS: Partial<Record<UploadPhase, 'good' | 'act' | 'look'>> = {
  done: 'good',
  refused: 'act',
  failed: 'look',
};

/** One upload: its progress, or what came of it. */
export function UploadRow({ upload }: { upload: Upload }) {
  const t = useTranslations('asset.upload');
  const format = useFormatter();
  const refusalText = useRefusalText();
  const { id, name, bytes, phase, progress, asset, problem } = upload;
  const active = isActive(upload);
  const mark = MARKS[phase];
  return (
    <li className="flex items-center gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      {mark ? <SeverityMark severity={mark} /> : null}
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-2 text-dense">
          <span className="truncate font-[550]" dir="auto">
            {name}
          </span>
          <span className="num shrink-0 text-ink-3 text-small">{formatBytes(bytes, format)}</span>
          <span role="status" className="ms-auto shrink-0 text-ink-3 text-small">
            {phase === 'sending' ? (
              <span className="num">{format.number(progress, { style: 'percent' })}</span>
            ) : problem ? null : (
              t(`phase.${phase}`)
            )}
          </span>
        </div>
        {active ? (
          <Progress
            className="mt-1.5"
            label={t('progress', { name })}
            value={phase === 'waiting' ? 0 : phase === 'checking' ? null : progress}
          />
        ) : null}
        {problem ? (
          <p role="alert" className="mt-0.5 text-dense text-ink-2">
            <b className="font-[550] text-ink">{t(phase === 'refused' ? 'refused' : 'failed')}</b>{' '}
            {refusalText(problem)}
          </p>
        ) : null}
      </div>
      {asset ? (
        <ButtonLink size="small" href={`/assets/${asset.id}`}>
          {t('open')}
        </ButtonLink>
      ) : null}
      {phase === 'failed' ? (
        <Button
          size="small"
          icon={<RotateCw aria-hidden="true" />}
          onClick={() => uploads.getState().retry(id)}
        >
          {t('retry')}
        </Button>
      ) : null}
      <IconButton
        label={active ? t('cancel', { name }) : t('dismiss', { name })}
        icon={<X aria-hidden="true" />}
        onClick={() => (active ? uploads.getState().cancel(id) : uploads.getState().dismiss(id))}
      />
    </li>
  );
}
