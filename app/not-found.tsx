import { getTranslations } from 'next-intl/server';
import { MessagePage } from '@/components/shell/message-page';
import { ButtonLink } from '@/components/ui/button';

export default async function NotFound() {
  const t = await getTranslations('problem');
  return (
    <MessagePage title={t('notFoundTitle')} actions={<ButtonLink href="/">{t('toOverview')}</ButtonLink>}>
      {t('notFoundText')}
    </MessagePage>
  );
}
