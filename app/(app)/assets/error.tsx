'use client';

import { ListError } from '@/components/document/list-error';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function AssetsError({ error, reset }: Props) {
  return <ListError of="asset" digest={error.digest} onRetry={reset} />;
}
