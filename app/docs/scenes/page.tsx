import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TextArticle } from '@/components/docs/text-article';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.scenes') };
}

export default function DocsScenes() {
  return <TextArticle page="scenes" />;
}
