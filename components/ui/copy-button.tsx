'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './button';
import { copyText } from './copy-text';
import { IconButton } from './icon-button';
import { toast } from './toast-store';

const SHOWN_MS = 2_000;

type Props = {
  text: string | (() => string);
  /** With words it is a button; without, an icon with this accessible name. */
  label?: string;
  children?: ButtonProps['children'];
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  className?: string;
  onCopied?: () => void;
};

/** Copies a text and says so: the icon becomes a tick for two seconds, and a screen reader hears it. */
export function CopyButton({ text, label, children, variant, size, className, onCopied }: Props) {
  const t = useTranslations('ui');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(typeof text === 'function' ? text() : text)) {
      setCopied(true);
      onCopied?.();
    } else toast.error(t('copyFailed'));
  };
  const icon = copied ? (
    <Check aria-hidden="true" className={children ? '' : 'text-good'} />
  ) : (
    <Copy aria-hidden="true" />
  );
  return (
    <>
      {children ? (
        <Button variant={variant} size={size} icon={icon} className={className} onClick={copy}>
          {children}
        </Button>
      ) : (
        <IconButton label={label ?? t('copy')} icon={icon} className={className} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
