import { type Repair, RepairScanner } from './repair-scanner';

/** Deeper than anything that could be taken. */
const DEPTH_MAX = 200;

export type RepairedJson = { text: string; repairs: Repair[] };

/**
 * Makes JSON of what was meant as JSON: what people and small programs write instead of it is put right, everything
 * else stays as it stands, spaces included, so that the two can be laid beside each other. Undefined when it is JSON
 * already, or can't be helped.
 */
export function repairJson(text: string): RepairedJson | undefined {
  if (isJson(text)) return undefined;
  const scanner = new RepairScanner(text);
  scanner.byteOrderMark();
  scanner.space();
  // Anything may be a text without quotes: only what begins like a message was meant as one.
  if ((scanner.next !== '{' && scanner.next !== '[') || !value(scanner, 0)) return undefined;
  scanner.space();
  if (!scanner.atEnd && !more(scanner)) return undefined;
  const repaired = scanner.result;
  return scanner.repairs.size > 0 && isJson(repaired)
    ? { text: repaired, repairs: [...scanner.repairs] }
    : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Answers whether a value stood there. */
function value(scanner: RepairScanner, depth: number): boolean {
  if (depth > DEPTH_MAX) return false;
  scanner.space();
  if (scanner.next === '{') return members(scanner, depth);
  if (scanner.next === '[') return items(scanner, depth);
  return scanner.scalar();
}

function members(scanner: RepairScanner, depth: number): boolean {
  scanner.take();
  for (;;) {
    scanner.space();
    if (scanner.next === ',') scanner.drop('trailing_comma');
    else if (scanner.next === '}') return scanner.take();
    else if (scanner.atEnd) return scanner.add('}', 'missing_bracket');
    else {
      if (!scanner.key()) return false;
      scanner.space();
      if (scanner.next === ':') scanner.take();
      else if (scanner.next === '=') scanner.replace(scanner.startsWith('=>') ? 2 : 1, ':', 'colon');
      else return false;
      if (!memberValue(scanner, depth)) return false;
      if (!separator(scanner, '}')) return false;
    }
  }
}

/** A value, with a comma for its decimal point: in an object a key must follow a comma, and a number is none. */
function memberValue(scanner: RepairScanner, depth: number): boolean {
  scanner.space();
  if (scanner.decimalComma()) return true;
  return value(scanner, depth + 1);
}

function items(scanner: RepairScanner, depth: number): boolean {
  scanner.take();
  for (;;) {
    scanner.space();
    if (scanner.next === ',') scanner.drop('trailing_comma');
    else if (scanner.next === ']') return scanner.take();
    else if (scanner.atEnd) return scanner.add(']', 'missing_bracket');
    else if (!value(scanner, depth + 1) || !separator(scanner, ']')) return false;
  }
}

/** What stands between two values. */
function separator(scanner: RepairScanner, end: '}' | ']'): boolean {
  scanner.space();
  if (scanner.atEnd || scanner.next === end) return true;
  if (scanner.next === ',' || scanner.next === ';') {
    const follows = scanner.peekBehind();
    if (follows === '' || follows === end || follows === ',') return scanner.drop('trailing_comma');
    return scanner.next === ',' ? scanner.take() : scanner.replace(1, ',', 'missing_comma');
  }
  if (scanner.next === '}' || scanner.next === ']') return false;
  return scanner.addBeforeSpace(',', 'missing_comma');
}

/** Several values one after the other: they become an array. */
function more(scanner: RepairScanner): boolean {
  scanner.wrapStart('[', 'several_values');
  while (!scanner.atEnd) {
    if (scanner.next === ',') scanner.take();
    else scanner.addBeforeSpace(',', 'several_values');
    if (!value(scanner, 1)) return false;
    scanner.space();
  }
  return scanner.addBeforeSpace(']', 'several_values');
}
