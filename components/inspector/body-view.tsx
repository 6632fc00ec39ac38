'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { RequestDetail } from '@/lib/inspector/schema';
import type { PreparedBody } from './prepare-body';
import { useSize } from './use-size';

type Props = { request: RequestDetail; body: PreparedBody | null };

/** What was sent: JSON in colours, other text as it came, anything else byte by byte. */
export function BodyView({ request, body }: Props) {
  const t = useTranslations('inspector.body');
  const size = useSize();
  if (!body) return <p className="px-4 py-6 text-dense text-ink-3">{t('notKept')}</p>;
  return (
    <>
      {body.form === 'binary' ? (
        <section
          aria-label={t('bytes')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="ltr max-h-128 overflow-auto bg-sunken px-4 py-3.5 text-left font-mono text-[12.5px] leading-5 [direction:ltr] focus-visible:-outline-offset-2"
        >
          {body.lines.map(({ offset, hex, text }) => (
            <div key={offset} className="flex w-max gap-4 whitespace-pre">
              <span className="text-ink-3">{offset}</span>
              <span className="w-[47ch]">{hex}</span>
              <span className="text-ink-2">{text}</span>
            </div>
          ))}
        </section>
      ) : (
        <CodeBlock
          code={body.form === 'json' ? body.pretty : body.text}
          language={body.form === 'json' || request.isTruncated ? 'json' : 'text'}
          label={t('label')}
          className="max-h-128"
        />
      )}
      {request.isTruncated ? (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-small">
          {t('truncated', { size: size(request.bodyBytes) })}
        </p>
      ) : null}
    </>
  );
}
