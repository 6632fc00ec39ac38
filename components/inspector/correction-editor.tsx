'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { Replay, Replayed, RequestDetail } from '@/lib/inspector/schema';
import { CheckLine } from './check-line';
import { textToBase64 } from './prepare-body';
import { useCheck } from './use-check';
import { useReplay } from './use-replay';

export type Draft = { text: string; contentType: string | null; query: string };

type Props = {
  datasourceId: string;
  request: RequestDetail;
  initial: Draft;
  onSent: (answer: Replayed) => void;
  onClose: () => void;
};

const LINES_MIN = 6;
const LINES_MAX = 20;

/** The body to be typed in; while one types it says whether it would be accepted. */
export function CorrectionEditor({ datasourceId, request, initial, onSent, onClose }: Props) {
  const t = useTranslations('inspector.fix');
  const tu = useTranslations('ui');
  const [draft, setDraft] = useState(initial);
  const replay = useMemo<Replay>(
    () => ({ body: textToBase64(draft.text), contentType: draft.contentType || null, query: draft.query }),
    [draft],
  );
  const { checked, fresh } = useCheck(datasourceId, request.id, replay);
  const { send, busy } = useReplay(datasourceId, request.id, onSent);
  const lines = Math.min(LINES_MAX, Math.max(LINES_MIN, initial.text.split('\n').length + 1));
  return (
    <form
      className="grid gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send(replay);
      }}
    >
      <Field label={t('body')}>
        <Textarea
          rows={lines}
          value={draft.text}
          spellCheck={false}
          autoCapitalize="off"
          className="ltr font-mono text-[12.5px] leading-5 [direction:ltr] max-md:text-[16px]"
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <Field label="Content-Type">
          <Input
            value={draft.contentType ?? ''}
            autoComplete="off"
            inputClassName="ltr font-mono"
            onChange={(event) => setDraft({ ...draft, contentType: event.target.value })}
          />
        </Field>
        {draft.query !== '' || initial.query !== '' ? (
          <Field label={t('query')}>
            <Input
              value={draft.query}
              autoComplete="off"
              inputClassName="ltr font-mono"
              onChange={(event) => setDraft({ ...draft, query: event.target.value })}
            />
          </Field>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {checked ? <CheckLine outcome={checked.outcome} fresh={fresh} /> : null}
        <span className="ms-auto flex gap-2">
          <Button size="small" onClick={onClose}>
            {tu('cancel')}
          </Button>
          <Button size="small" variant="primary" type="submit" loading={busy}>
            {t('send')}
          </Button>
        </span>
      </div>
    </form>
  );
}
