import { useTranslations } from 'next-intl';
import { SHOWN_VIEWS } from '@/lib/sql-access/shown-views';

/** What there is to read, with its columns. */
export function ViewsList() {
  const t = useTranslations('sqlAccess.views');
  return (
    <dl>
      {SHOWN_VIEWS.map(({ name, columns }) => (
        <div
          key={name}
          className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-line border-b px-4 py-2.5 text-dense last:border-b-0 max-md:grid-cols-[minmax(0,1fr)]"
        >
          <dt className="ltr font-[550] font-mono text-small leading-5 rtl:text-right">{name}</dt>
          <dd className="min-w-0 leading-5">
            {t(name)}
            <span className="ltr block break-words font-mono text-ink-3 text-micro leading-[18px] rtl:text-right">
              {columns.join(', ')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
