import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LanguageMenu } from '@/components/shell/language-menu';
import { Logo } from '@/components/shell/logo';
import { ThemeToggle } from '@/components/shell/theme-toggle';
import { ButtonLink } from '@/components/ui/button';

export function DocsTopbar() {
  const t = useTranslations('docs');
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center gap-2 border-line border-b bg-surface px-6 text-dense max-md:h-13 max-md:px-4">
      <Link href="/" aria-label="Twinnoverse" className="flex items-center gap-2 font-semibold">
        <Logo />
        <span className="max-sm:hidden">Twinnoverse</span>
      </Link>
      <span aria-hidden="true" className="text-ink-3 max-sm:hidden">
        /
      </span>
      <Link href="/docs" className="hover:underline">
        {t('title')}
      </Link>
      <div className="ms-auto flex items-center gap-2">
        <LanguageMenu />
        <ThemeToggle />
        <ButtonLink href="/" size="small">
          {t('openApp')}
        </ButtonLink>
      </div>
    </header>
  );
}
