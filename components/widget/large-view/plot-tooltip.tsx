/** Exact value of the point under the pointer. */
export function PlotTooltip({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div className="rounded-sm bg-raised px-2.5 py-1.5 text-small shadow-float">
      <bdi className="block text-ink-3">{label}</bdi>
      <bdi className="num block font-semibold text-ink">{value}</bdi>
      {note ? <bdi className="num block text-ink-3">{note}</bdi> : null}
    </div>
  );
}
