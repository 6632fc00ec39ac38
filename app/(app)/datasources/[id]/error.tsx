'use client';

import { LoadError } from '@/components/datasource/load-error';

export default function DatasourceError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <LoadError what="one" {...(error.digest ? { digest: error.digest } : {})} onRetry={reset} />;
}
