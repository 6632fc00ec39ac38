'use client';

import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useConnection } from '@/components/live/use-connection';
import { Logo } from '@/components/shell/logo';
import { ThemeToggle } from '@/components/shell/theme-toggle';
import { ButtonLink } from '@/components/ui/button';
import { SeverityMark } from '@/components/ui/status-mark';
import { countOf } from './prepare-alerts';
import { ShareButton } from './share-button';
import { useSceneAlerts } from './use-scene-alerts';

type Props = {
  sceneId: string;
  name: string;
  /** Workspace's name for members; absent for those who hold only the link. */
  workspaceName?: string | undefined;
  canEdit: boolean;
};

/** Where one is, whether it is live, what is wrong. */
export function ViewerBar({ sceneId, name, workspaceName, canEdit }: Props) {
  const t = useTranslations('viewer');
  const alerts = useSceneAlerts();
  const act = countOf(alerts, 'act');
  const look = countOf(alerts, 'look');
  return (
    <header className="absolute inset-x-3 top-3 z-20 flex h-11 items-center gap-3 rounded-md border border-line bg-glass ps-3 pe-2 backdrop-blur-xl">
      {workspaceName ? (
        <Link href="/" aria-label={t('home')} className="grid place-items-center rounded-sm">
          <Logo className="size-5" />
        </Link>
      ) : (
        <Logo className="size-5" />
      )}
      <p className="flex min-w-0 items-baseline gap-2 text-dense">
        {workspaceName ? (
          <span className="flex min-w-0 shrink items-baseline gap-2 text-ink-2 max-md:hidden">
            <Link href="/scenes" dir="auto" className="truncate hover:text-ink">
              {workspaceName}
            </Link>
            <span aria-hidden="true" className="text-ink-3">
              /
            </span>
          </span>
        ) : null}
        <bdi className="truncate font-semibold">{name}</bdi>
      </p>
      <span aria-hidden="true" className="h-5 w-px bg-line max-sm:hidden" />
      <LiveState />
      <div className="ms-auto flex items-center gap-1">
        <p aria-live="polite" className="me-1 flex items-center gap-3 font-semibold text-dense">
          {act > 0 ? (
            <span className="flex items-center gap-1.5 text-act-text">
              <SeverityMark severity="act" />
              <span className="num">{act}</span>
              <span className="sr-only">{t('toActOn')}</span>
            </span>
          ) : null}
          {look > 0 ? (
            <span className="flex items-center gap-1.5 text-look-text">
              <SeverityMark severity="look" />
              <span className="num">{look}</span>
              <span className="sr-only">{t('toLookAt')}</span>
            </span>
          ) : null}
        </p>
        <ThemeToggle />
        {canEdit ? (
          <>
            <ButtonLink
              href={`/scenes/${sceneId}`}
              size="small"
              variant="ghost"
              className="max-md:hidden"
              icon={<Pencil aria-hidden="true" />}
            >
              {t('edit')}
            </ButtonLink>
            <ShareButton sceneId={sceneId} />
          </>
        ) : null}
      </div>
    </header>
  );
}

/** Live, late, or gone: never a quiet lie. */
function LiveState() {
  const t = useTranslations('viewer');
  const format = useFormatter();
  const { phase, latencyMs } = useConnection();
  const now = useNow({ updateInterval: 1_000 });
  const live = phase === 'live';
  return (
    <p role="status" data-connection={phase} className="flex items-center gap-2 whitespace-nowrap text-dense">
      <span
        aria-hidden="true"
        className={
          live ? 'size-2 rounded-full bg-normal' : 'size-2.5 rounded-full border border-normal bg-hatch-fine'
        }
      />
      <span className="font-[550]">{t(`connection.${phase}`)}</span>
      {live && latencyMs !== null ? (
        <span className="num text-ink-3 max-sm:hidden">{t('latency', { ms: Math.round(latencyMs) })}</span>
      ) : null}
      <time className="num text-ink-3 max-lg:hidden" suppressHydrationWarning>
        {format.dateTime(now, {
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
        })}
      </time>
    </p>
  );
}
