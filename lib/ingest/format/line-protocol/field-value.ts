import { LineFault } from './line-fault';

const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;

const TRUE: ReadonlySet<string> = new Set(['t', 'T', 'true', 'True', 'TRUE']);
const FALSE: ReadonlySet<string> = new Set(['f', 'F', 'false', 'False', 'FALSE']);

const INT64_MAX = 2n ** 63n - 1n;
const UINT64_MAX = 2n ** 64n - 1n;
/** Fewer digits than this fit into 64 bits whatever they are. */
const SURE_DIGITS = 18;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * A value without quotes: a float, `1i`, `1u` or a boolean. Integers beyond 2^53 become the nearest double.
 * @throws LineFault
 */
export function readFieldValue(token: string): number | boolean {
  const last = token.charCodeAt(token.length - 1);
  if (isDigit(last) || last === POINT) return readFloat(token);
  if (last === 0x69) return readInteger(token, true); // i
  if (last === 0x75) return readInteger(token, false); // u
  if (TRUE.has(token)) return true;
  if (FALSE.has(token)) return false;
  throw new LineFault(
    token === ''
      ? 'missing field value'
      : `invalid field value ${say(token)}: write a number, a boolean, or a text in double quotes`,
  );
}

function readFloat(token: string): number {
  if (!isFloat(token)) throw new LineFault(`invalid number ${say(token)}`);
  const value = Number(token);
  if (Number.isFinite(value)) return value;
  throw new LineFault(`invalid number ${say(token)}: the greatest is about 1.8e308`);
}

/** `Number` alone would take more: hexadecimal, and names. */
function isFloat(token: string): boolean {
  let i = isSign(token.charCodeAt(0)) ? 1 : 0;
  let digits = 0;
  for (; isDigit(token.charCodeAt(i)); i++) digits++;
  if (token.charCodeAt(i) === POINT) for (i++; isDigit(token.charCodeAt(i)); i++) digits++;
  if (digits === 0) return false;
  if (i < token.length && (token.charCodeAt(i) | 0x20) === 0x65) {
    if (isSign(token.charCodeAt(++i))) i++;
    const exponent = i;
    while (isDigit(token.charCodeAt(i))) i++;
    if (i === exponent) return false;
  }
  return i === token.length;
}

const isSign = (code: number): boolean => code === MINUS || code === PLUS;

function readInteger(token: string, isSigned: boolean): number {
  const digits = token.slice(0, -1);
  const begin = isSigned && isSign(digits.charCodeAt(0)) ? 1 : 0;
  if (begin === digits.length) throw new LineFault(`invalid number ${say(token)}`);
  for (let i = begin; i < digits.length; i++)
    if (!isDigit(digits.charCodeAt(i))) throw new LineFault(`invalid number ${say(token)}`);
  if (digits.length > SURE_DIGITS && !fits(digits, isSigned))
    throw new LineFault(`invalid number ${say(token)}: it needs more than 64 bits`);
  return Number(digits);
}

function fits(digits: string, isSigned: boolean): boolean {
  if (digits.length > 40) return false;
  const value = BigInt(digits.charCodeAt(0) === PLUS ? digits.slice(1) : digits);
  return isSigned ? value <= INT64_MAX && value >= -INT64_MAX - 1n : value <= UINT64_MAX;
}

const say = (token: string): string => `'${token.length > 40 ? `${token.slice(0, 40)}…` : token}'`;
