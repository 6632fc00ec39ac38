'use client';

import { Ban, Ellipsis, RefreshCw, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { useDuration } from '@/components/datasource/use-duration';
import { useMoment } from '@/components/datasource/use-moment';
import { Age } from '@/components/ui/age';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { type ApiKeyInfo, EXPIRING_SECONDS } from '@/lib/api-key/schema';
import { GracePeriod } from './grace-period';

type Props = {
  /** Of the keys that it is one of: `/api/v1/keys`. */
  path: string;
  apiKey: ApiKeyInfo;
  isCurrent: boolean;
  /** What it reaches, where that is not plain. */
  reach?: ReactNode;
  mayWrite?: boolean;
  onRegenerate: () => void;
  onRevoke: () => void;
  onChanged: () => Promise<void>;
};

/** One key: its start, what it is, when it was made and used, and what can be done with it. */
export function KeyRow({
  path,
  apiKey,
  isCurrent,
  reach,
  mayWrite = true,
  onRegenerate,
  onRevoke,
  onChanged,
}: Props) {
  const t = useTranslations('datasource.keys');
  return (
    <li className="border-line border-t px-4 py-3 text-dense first:border-t-0">
      <div className="flex min-h-7 items-center gap-2">
        <span className="ltr font-[550] font-mono tracking-[-0.01em]">{apiKey.start}…</span>
        <State apiKey={apiKey} isCurrent={isCurrent} />
        <span className="ms-auto" />
        {!mayWrite ? null : apiKey.state === 'grace' ? (
          <Button size="small" variant="danger-quiet" onClick={onRevoke}>
            {t('revokeNow')}
          </Button>
        ) : apiKey.state === 'active' ? (
          <Menu>
            <MenuTrigger>
              <IconButton
                label={t('menu', { key: apiKey.start })}
                tooltip={false}
                icon={<Ellipsis aria-hidden="true" />}
                className="-me-2"
              />
            </MenuTrigger>
            <MenuContent>
              <MenuItem icon={<RefreshCw aria-hidden="true" />} onSelect={onRegenerate}>
                {t('regenerate')}
              </MenuItem>
              <MenuItem danger icon={<Ban aria-hidden="true" />} onSelect={onRevoke}>
                {t('revoke')}
              </MenuItem>
            </MenuContent>
          </Menu>
        ) : null}
      </div>
      {reach ? <p className="text-ink-2 text-small">{reach}</p> : null}
      <Facts apiKey={apiKey} />
      <Rules apiKey={apiKey} />
      {apiKey.state === 'grace' && mayWrite ? (
        <GracePeriod path={path} apiKey={apiKey} onChanged={onChanged} />
      ) : null}
    </li>
  );
}

function State({ apiKey, isCurrent }: { apiKey: ApiKeyInfo; isCurrent: boolean }) {
  const t = useTranslations('datasource.keys');
  const now = useNow();
  const duration = useDuration();
  const leftMs = apiKey.expiresAt ? Date.parse(apiKey.expiresAt) - now : Number.POSITIVE_INFINITY;
  if (apiKey.state === 'revoked' || apiKey.state === 'expired')
    return (
      <Badge tone="act" icon={<Ban aria-hidden="true" />}>
        {t(`state.${apiKey.state}`)}
      </Badge>
    );
  if (apiKey.state === 'active' && leftMs < EXPIRING_SECONDS * 1000)
    return (
      <Badge tone="look" icon={<TriangleAlert aria-hidden="true" />}>
        <span suppressHydrationWarning>{t('expiresIn', { left: duration(leftMs) })}</span>
      </Badge>
    );
  const word =
    apiKey.state === 'grace'
      ? t('state.grace')
      : apiKey.name || t(isCurrent ? 'state.current' : 'state.active');
  return <span className="min-w-0 truncate text-ink-2">{word}</span>;
}

/** When it was made, by whom, when and from where it was last used, when it ends. */
function Facts({ apiKey }: { apiKey: ApiKeyInfo }) {
  const t = useTranslations('datasource.keys');
  const on = useMoment();
  const { createdAt, createdBy, lastUsedAt, lastUsedFrom, lastUsedAgent, expiresAt, revokedAt, state } =
    apiKey;
  const used = lastUsedAt
    ? t.rich(lastUsedFrom ? 'usedFrom' : 'used', {
        age: () => <Age at={lastUsedAt} />,
        address: () => (
          <span className="ltr" title={lastUsedAgent ?? undefined}>
            {lastUsedFrom}
          </span>
        ),
      })
    : t('unused');
  const end = {
    active: expiresAt ? t('expiresAt', { at: on(expiresAt) }) : t('noExpiry'),
    grace: expiresAt ? t('graceUntil', { at: on(expiresAt) }) : '',
    expired: expiresAt ? t('expiredAt', { at: on(expiresAt) }) : '',
    revoked: revokedAt ? t('revokedAt', { at: on(revokedAt) }) : '',
  }[state];
  return (
    <p className="text-ink-3 text-small">
      {createdBy
        ? t('createdBy', { at: on(createdAt), name: createdBy })
        : t('created', { at: on(createdAt) })}
      {' · '}
      {used}
      {' · '}
      {end}
    </p>
  );
}

/** What it may do and from where, when that is not the usual: to send, from anywhere. */
function Rules({ apiKey }: { apiKey: ApiKeyInfo }) {
  const t = useTranslations('apiKey');
  const format = useFormatter();
  const { permissions, allowedAddresses } = apiKey;
  const isUsual = permissions.length === 1 && permissions[0] === 'ingest';
  const said = [
    ...(isUsual ? [] : [format.list(permissions.map((permission) => t(`may.${permission}`)))]),
    ...(allowedAddresses.length > 0
      ? [
          t.rich('onlyFrom', {
            addresses: () => <span className="ltr">{allowedAddresses.join(', ')}</span>,
          }),
        ]
      : []),
  ];
  if (said.length === 0) return null;
  return (
    <p className="text-ink-3 text-small">
      {said.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two at most, always in this order
        <Fragment key={i}>
          {i > 0 ? ' · ' : null}
          {each}
        </Fragment>
      ))}
    </p>
  );
}
