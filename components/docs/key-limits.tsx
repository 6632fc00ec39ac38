import { useFormatter, useTranslations } from 'next-intl';
import type { Env } from '@/lib/env';
import { FiguresTable } from './figures-table';

type Props = {
  env: Pick<
    Env,
    | 'INGEST_REQUESTS_PER_SECOND'
    | 'READ_REQUESTS_PER_SECOND'
    | 'ADDRESS_REQUESTS_PER_SECOND'
    | 'CONNECTIONS_PER_ADDRESS_MAX'
    | 'SLOW_BODY_SECONDS'
  >;
};

/** How much a key and an address may ask, as this instance has it. */
export function KeyLimits({ env }: Props) {
  const t = useTranslations('docs.keys.limits');
  const format = useFormatter();
  const rows = [
    ['send', env.INGEST_REQUESTS_PER_SECOND],
    ['read', env.READ_REQUESTS_PER_SECOND],
    ['address', env.ADDRESS_REQUESTS_PER_SECOND],
    ['connections', env.CONNECTIONS_PER_ADDRESS_MAX],
    ['slowBody', env.SLOW_BODY_SECONDS],
    ['slowHeader', 15],
    ['header', 16],
  ] as const;
  return (
    <FiguresTable
      heads={[t('what'), t('most')]}
      rows={rows.map(([key, most]) => ({ key, what: t(`rows.${key}`), figure: format.number(most) }))}
    />
  );
}
