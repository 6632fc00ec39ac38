'use client';

import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { useProblemText } from '@/components/ui/use-problem-text';
import { ApiProblem } from '@/lib/api-client';
import type { Replayed } from '@/lib/inspector/schema';
import { RequestDetail } from './request-detail';
import { useRequest } from './use-request';

type Props = {
  datasourceId: string;
  id: string;
  mayWrite: boolean;
  onSent: (answer: Replayed) => void;
  onBack: () => void;
};

/** Loads the chosen request. */
export function RequestPane({ id, ...props }: Props) {
  const t = useTranslations('inspector.detail');
  const problemText = useProblemText();
  const loaded = useRequest(props.datasourceId, id);
  if (!loaded)
    return (
      <div className="grid gap-5 p-4" aria-busy="true">
        <Skeleton width="180px" height="18px" />
        <Skeleton width="60%" />
        <Skeleton width="80%" />
      </div>
    );
  if (loaded.request) return <RequestDetail {...props} request={loaded.request} />;
  const isGone = loaded.error instanceof ApiProblem && loaded.error.code === 'not_found';
  return <p className="p-6 text-dense text-ink-2">{isGone ? t('gone') : problemText(loaded.error)}</p>;
}
