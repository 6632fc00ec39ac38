import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';

const cell = 'border-line border-t px-4 py-2.5 align-top';

type Props = {
  /** Said to whoever does not see the table. */
  heads: readonly [string, string];
  rows: readonly { key: string; what: ReactNode; figure: ReactNode }[];
};

/** What is limited, and to how much. */
export function FiguresTable({ heads, rows }: Props) {
  return (
    <Panel>
      <table className="w-full text-dense">
        <thead className="sr-only">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, what, figure }) => (
            <tr key={key} className="[&:first-child>*]:border-t-0">
              <th scope="row" className={`${cell} text-start font-normal`}>
                {what}
              </th>
              <td className={`${cell} num text-end font-semibold text-ink`}>{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
