/** `Pump` → `Pump 2` when `Pump` is taken; `Pump 2` → `Pump 3`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const [, stem = wanted, digits] = /^(.*?)(?: (\d+))?$/.exec(wanted) ?? [];
  let n = digits ? Number(digits) + 1 : 2;
  while (taken.includes(`${stem} ${n}`)) n++;
  return `${stem} ${n}`;
}
