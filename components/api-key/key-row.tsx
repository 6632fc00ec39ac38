'use client';

import { Ban, Ellipsis, RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
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
      <Rules apiKey={apiKey} reach={reach} />
      <Facts apiKey={apiKey} />
      {apiKey.state === 'grace' && mayWrite ? (
        <GracePeriod path={path} apiKey={apiKey} onChanged={onChanged} />
      ) : null}
    </li>
  );
}

/** Its name, and what it is when that is not the usual. */
function State({ apiKey, isCurrent }: { apiKey: ApiKeyInfo; isCurrent: boolean }) {
  const t = useTranslations('datasource.keys');
  const { name, state } = apiKey;
  const usual = state === 'active' ? t(isCurrent ? 'state.current' : 'state.active') : '';
  const isOver = state === 'revoked' || state === 'expired';
  return (
    <>
      {isOver ? (
        <Badge tone="act" icon={<Ban aria-hidden="true" />}>
          {t(`state.${state}`)}
        </Badge>
      ) : null}
      {state === 'active' && apiKey.expiresAt ? <Expiring at={apiKey.expiresAt} /> : null}
      <bdi className="min-w-0 truncate text-ink-2">
        {state === 'grace' ? [name, t('state.grace')].filter(Boolean).join(' · ') : name || usual}
      </bdi>
    </>
  );
}

function Expiring({ at }: { at: string }) {
  const t = useTranslations('datasource.keys');
  const now = useNow();
  const duration = useDuration();
  const leftMs = Date.parse(at) - now;
  if (leftMs >= EXPIRING_SECONDS * 1000) return null;
  return (
    <Badge tone="look" icon={<TriangleAlert aria-hidden="true" />}>
      <span suppressHydrationWarning>{t('expiresIn', { left: duration(leftMs) })}</span>
    </Badge>
  );
}

/** When it was made, by whom, when and from where it was last used, when it ends. */
function Facts({ apiKey }: { apiKey: ApiKeyInfo }) {
  const t = useTranslations('datasource.keys');
  const on = useMoment();
  const { createdAt, createdBy, lastUsedAt, lastUsedFrom, lastUsedAgent, expiresAt, revokedAt, state } =
    apiKey;
  const used = lastUsedAt
    ? t.rich(lastUsedFrom ? (lastUsedAgent ? 'usedWith' : 'usedFrom') : 'used', {
        age: () => <Age at={lastUsedAt} />,
        address: () => <span className="ltr">{lastUsedFrom}</span>,
        agent: () => (
          <span className="ltr" title={lastUsedAgent ?? undefined}>
            {shortAgent(lastUsedAgent)}
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

/** What it reaches, what it may do and from where, as far as that is not the usual: to send, from anywhere. */
function Rules({ apiKey, reach }: { apiKey: ApiKeyInfo; reach: ReactNode }) {
  const t = useTranslations('apiKey');
  const { permissions, allowedAddresses } = apiKey;
  const mayRead = permissions.includes('read');
  const said = {
    reach,
    may: mayRead ? t(permissions.includes('ingest') ? 'mayBoth' : 'mayRead') : null,
    from:
      allowedAddresses.length > 0
        ? t.rich('onlyFrom', {
            addresses: () => <span className="ltr">{allowedAddresses.join(', ')}</span>,
          })
        : null,
  };
  const parts = Object.entries(said).filter(([, words]) => words);
  if (parts.length === 0) return null;
  return (
    <p className="text-ink-2 text-small">
      {parts.map(([name, words], i) => (
        <Fragment key={name}>
          {i > 0 ? ' · ' : null}
          {words}
        </Fragment>
      ))}
    </p>
  );
}

/** Programs name themselves first, then all that they are made of. */
const shortAgent = (agent: string | null): string => (agent ?? '').split(' ', 1)[0]?.slice(0, 40) ?? '';
