'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';
import { Skeleton } from './skeleton';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Fixed, so that arriving data moves nothing: `96px`, `20%`. */
  width?: string;
  align?: 'start' | 'end';
  /** The header becomes a button that sorts. */
  sortable?: boolean;
};
export type Sort = { column: string; direction: 'ascending' | 'descending' };

/** A row on a phone: title and meta at the start, two facts at the end, a menu. */
export type PhoneRow = { title: ReactNode; meta?: ReactNode; topEnd?: ReactNode; bottomEnd?: ReactNode };

type Props<Row> = {
  'aria-label': string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Without it the table scrolls sideways on a phone. */
  phoneRow?: (row: Row) => PhoneRow;
  sort?: Sort;
  onSort?: (column: string) => void;
  dense?: boolean;
  isSelected?: (row: Row) => boolean;
  /** Rows of skeletons, with the same widths, instead of data. */
  loadingRows?: number;
  className?: string;
};

/** Rows of 40 px (dense 36), head 32, fixed widths; on a phone a list of two lines. */
export function Table<Row>(props: Props<Row>) {
  const { columns, rows, rowKey, phoneRow, loadingRows = 0, className } = props;
  const skeletons = Array.from({ length: loadingRows }, (_, index) => index);
  return (
    <>
      <div className={cn('overflow-x-auto', phoneRow && 'max-md:hidden', className)}>
        <table
          aria-label={props['aria-label']}
          aria-busy={loadingRows > 0 || undefined}
          className="w-full table-fixed border-separate border-spacing-0 text-dense"
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                className={cn(
                  'group/row relative',
                  props.isSelected?.(row) ? 'bg-accent-soft' : 'hover:bg-hover',
                )}
              >
                {columns.map((column) => (
                  <td key={column.id} className={cellClass(column, props.dense)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
            {skeletons.map((index) => (
              <tr key={index}>
                {columns.map((column, position) => (
                  <td key={column.id} className={cellClass(column, props.dense)}>
                    <Skeleton width={position === 0 ? `${64 - ((index * 13) % 30)}%` : '60%'} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {phoneRow ? (
        <ul aria-label={props['aria-label']} className="md:hidden">
          {rows.map((row) => (
            <PhoneListRow key={rowKey(row)} {...phoneRow(row)} />
          ))}
          {skeletons.map((index) => (
            <PhoneListRow
              key={index}
              title={<Skeleton width={`${150 - ((index * 23) % 60)}px`} />}
              meta={<Skeleton width="96px" />}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

const cellClass = (column: { align?: 'start' | 'end' }, dense: boolean | undefined) =>
  cn(
    'overflow-hidden text-ellipsis border-line border-b px-3 first:ps-4 group-last/row:border-b-0',
    dense ? 'h-9' : 'h-10',
    column.align === 'end' && 'text-end',
  );

type HeadProps<Row> = {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((column: string) => void) | undefined;
};
function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={cn(
        'h-8 truncate border-line border-b bg-sunken px-3 text-start font-medium text-ink-3 text-micro first:ps-4',
        column.align === 'end' && 'text-end',
      )}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort(column.id)}
          className="inline-flex items-center gap-1 hover:text-ink"
        >
          {column.header}
          <Arrow aria-hidden="true" className={cn('size-3', direction ? 'text-ink' : 'opacity-0')} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function PhoneListRow({ title, meta, topEnd, bottomEnd }: PhoneRow) {
  return (
    <li className="relative grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-line border-b px-4 py-3 text-base last:border-b-0">
      <div dir="auto" className="min-w-0 truncate">
        {title}
      </div>
      <div className="justify-self-end">{topEnd}</div>
      <div className="min-w-0 truncate text-dense text-ink-3">{meta}</div>
      <div className="justify-self-end text-dense text-ink-3">{bottomEnd}</div>
    </li>
  );
}

/** The name in a row: its link covers the whole row, while menus and buttons (position them) stay clickable. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false} // a list of hundreds would ask for as many pages
      {...rest}
      className={cn(
        'font-[550] text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2',
        className,
      )}
    />
  );
}
