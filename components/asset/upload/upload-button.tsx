'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';

type Props = { variant?: 'primary' | 'secondary'; onFiles: (files: File[]) => void };

/** Opens the system's file window; several may be chosen. */
export function UploadButton({ variant = 'primary', onFiles }: Props) {
  const t = useTranslations('asset.upload');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} icon={<Upload aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t('button')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".glb,model/gltf-binary"
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
