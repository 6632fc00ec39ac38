import { UNITS } from '@/lib/field-rules/units';

export const UNIT_LIST = 'field-units';

/** What the unit fields of a page suggest; once on the page. */
export function UnitList() {
  return (
    <datalist id={UNIT_LIST}>
      {UNITS.flatMap(([, units]) => units).map((unit) => (
        <option key={unit} value={unit} />
      ))}
    </datalist>
  );
}
