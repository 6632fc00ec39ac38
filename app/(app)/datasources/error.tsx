'use client';

import { LoadError } from '@/components/datasource/load-error';

export default function DatasourcesError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <LoadError what="title" {...(error.digest ? { digest: error.digest } : {})} onRetry={reset} />;
}
