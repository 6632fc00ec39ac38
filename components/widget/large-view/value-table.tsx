type Props = {
  caption: string;
  head: readonly string[];
  rows: readonly { id: string; cells: readonly string[] }[];
  note?: string | undefined;
};

/** Exact values, newest first. Its own scroller, so that the chart stays in sight; reachable by keyboard. */
export function ValueTable({ caption, head, rows, note }: Props) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without anything to focus is out of a keyboard's reach
      tabIndex={0}
      className="max-h-56 overflow-auto rounded-md border border-line"
    >
      <table className="w-full text-small">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {head.map((name, i) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-1.5 font-medium text-ink-3 text-micro ${i === 0 ? 'text-start' : 'text-end'}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id} className="border-line border-t">
              {cells.map((cell, i) => (
                <td
                  key={head[i]}
                  className={i === 0 ? 'px-3 py-1 text-ink-2' : 'num px-3 py-1 text-end font-medium'}
                >
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note ? <p className="border-line border-t px-3 py-1.5 text-ink-3 text-micro">{note}</p> : null}
    </section>
  );
}
