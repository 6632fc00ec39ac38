/** Units of what is measured most, by what they measure; any other may be typed. */
export const UNITS: readonly (readonly [quantity: string, units: readonly string[]])[] = [
  ['temperature', ['°C', '°F', 'K']],
  ['share', ['%', '‰', 'ppm']],
  ['pressure', ['bar', 'mbar', 'kPa', 'hPa', 'psi']],
  ['speed', ['rpm', 'm/s', 'mm/s', 'km/h', 'Hz']],
  ['electric', ['V', 'mV', 'A', 'mA', 'W', 'kW', 'VA', 'var', 'Ω']],
  ['energy', ['kWh', 'Wh', 'MJ']],
  ['flow', ['m³/h', 'l/min', 'l/h', 'kg/h']],
  ['amount', ['kg', 'g', 't', 'l', 'm³']],
  ['length', ['mm', 'cm', 'm', 'km', 'µm']],
  ['force', ['N', 'kN', 'Nm']],
  ['time', ['s', 'ms', 'min', 'h']],
  ['air', ['µg/m³', 'lx', 'dB', 'g/m³']],
];

/** Words in data keys, and the unit that they usually mean. */
const GUESSES: readonly (readonly [RegExp, string])[] = [
  [/temp|celsius/i, '°C'],
  [/humid|level|percent|battery|soc$/i, '%'],
  [/press(?:ure)?$|druck|bar$/i, 'bar'],
  [/rpm|drehzahl/i, 'rpm'],
  [/vibration/i, 'mm/s'],
  [/volt/i, 'V'],
  [/current|ampere|amps?$/i, 'A'],
  [/power|watt/i, 'kW'],
  [/energy|kwh/i, 'kWh'],
  [/freq/i, 'Hz'],
  [/flow/i, 'm³/h'],
  [/force/i, 'kN'],
  [/weight|mass/i, 'kg'],
  [/co2/i, 'ppm'],
];

/** What a value under this key is probably counted in; undefined: no word in it says so. */
export function guessUnit(key: string): string | undefined {
  const name = key.split('.').at(-1) ?? key;
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1];
}
