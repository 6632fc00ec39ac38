import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';

const headStyle = 'h-8 bg-sunken px-4 text-start font-medium text-ink-3 text-micro';
const cellStyle = 'border-line border-t px-4 py-2.5 align-top';

type Props = {
  /** Said to whoever does not see the table. */
  caption?: string;
  /** Of the columns; null: that of the rows' names, which need no word over them. */
  heads: readonly (string | null)[];
  rows: readonly { name: string; cells: readonly { key: string; content: ReactNode }[] }[];
};

/** Examples by what they are for. */
export function ExamplesTable({ caption, heads, rows }: Props) {
  return (
    <Panel>
      <div className="overflow-x-auto">
        <table className="w-full min-w-140 text-dense">
          {caption === undefined ? null : <caption className="sr-only">{caption}</caption>}
          <thead>
            <tr>
              {heads.map((head) =>
                head === null ? (
                  <td key="names" className={headStyle} />
                ) : (
                  <th key={head} scope="col" className={headStyle}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th
                  scope="row"
                  className={`${cellStyle} whitespace-nowrap text-start font-semibold text-ink`}
                >
                  {name}
                </th>
                {cells.map(({ key, content }) => (
                  <td key={key} className={cellStyle}>
                    {content}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
