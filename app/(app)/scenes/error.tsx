'use client';

import { ListError } from '@/components/document/list-error';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ScenesError({ error, reset }: Props) {
  return <ListError of="scene" digest={error.digest} onRetry={reset} />;
}
