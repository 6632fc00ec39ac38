import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthHeading } from '@/components/auth/auth-heading';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { ButtonLink } from '@/components/ui/button';
import { findSession } from '@/lib/auth/get-caller';
import { safeNext } from '@/lib/auth/safe-next';
import { isSignUpOpen } from '@/lib/auth/sign-up';
import { signUpAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('createAccount') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const target = safeNext(typeof next === 'string' ? next : undefined);
  if (await findSession()) redirect(target);
  const [t, open] = await Promise.all([getTranslations('auth'), isSignUpOpen()]);
  const signInHref = target === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`;
  if (!open) {
    return (
      <>
        <AuthHeading title={t('closedTitle')} text={t('closedText')} />
        <ButtonLink href={signInHref} variant="primary" size="large">
          {t('signIn')}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t('signUpTitle')} text={t('signUpText')} />
      <SignUpForm signUp={signUpAction} next={target} signInHref={signInHref} />
    </>
  );
}
