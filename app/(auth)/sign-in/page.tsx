import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthHeading } from '@/components/auth/auth-heading';
import { SignInForm } from '@/components/auth/sign-in-form';
import { findSession } from '@/lib/auth/get-caller';
import { safeNext } from '@/lib/auth/safe-next';
import { isSignUpOpen } from '@/lib/auth/sign-up';
import { signInAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const target = safeNext(typeof next === 'string' ? next : undefined);
  if (await findSession()) redirect(target);
  const [t, open] = await Promise.all([getTranslations('auth'), isSignUpOpen()]);
  const query = target === '/' ? '' : `?next=${encodeURIComponent(target)}`;
  return (
    <>
      <AuthHeading title={t('signInTitle')} text={t('signInText')} />
      <SignInForm signIn={signInAction} next={target} signUpHref={open ? `/sign-up${query}` : null} />
    </>
  );
}
