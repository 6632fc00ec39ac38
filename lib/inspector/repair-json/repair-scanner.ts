import { repairNumber, repairText, repairWord } from './repair-token';

/** What is put right, in words of the interface's catalogue. */
export const REPAIRS = [
  'byte_order_mark',
  'trailing_comma',
  'missing_comma',
  'missing_bracket',
  'single_quotes',
  'smart_quotes',
  'unquoted_key',
  'unquoted_text',
  'open_text',
  'comment',
  'colon',
  'word',
  'number_form',
  'decimal_comma',
  'control_character',
  'escape',
  'several_values',
] as const;
export type Repair = (typeof REPAIRS)[number];

const SPACE = /\s/;
const WORD = /^[\p{L}_$][\p{L}\p{N}_$.-]*/u;
/** Up to where a word without quotes goes. */
const BARE = /^[^\s,;:{}[\]"'=][^,;:{}[\]"'=\n]*/;
const NUMBER =
  /^[+-]?(?:0x[0-9a-f]+|\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)(?![\p{L}\p{N}_])/iu;
const DECIMAL_COMMA = /^([+-]?\d+),(\d+)(?=\s*(?:[,}]|$))/;
const QUOTES = '"\'`“”„‟‘’‚«»';

/** Walks over a text and writes a repaired copy of it. */
export class RepairScanner {
  readonly repairs = new Set<Repair>();
  private readonly out: string[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here; empty at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  get result(): string {
    return this.out.join('');
  }

  startsWith(what: string): boolean {
    return this.text.startsWith(what, this.at);
  }

  take(): true {
    this.out.push(this.next);
    this.at += 1;
    return true;
  }

  drop(repair: Repair): true {
    return this.replace(1, '', repair);
  }

  replace(length: number, by: string, repair: Repair): true {
    this.at += length;
    return this.add(by, repair);
  }

  add(text: string, repair: Repair): true {
    this.out.push(text);
    this.repairs.add(repair);
    return true;
  }

  /** At the end of the line before, where a comma belongs. */
  addBeforeSpace(text: string, repair: Repair): true {
    let place = this.out.length;
    while (place > 0 && /^\s*$/.test(this.out[place - 1] ?? '')) place -= 1;
    this.out.splice(place, 0, text);
    this.repairs.add(repair);
    return true;
  }

  wrapStart(text: string, repair: Repair): void {
    this.out.unshift(text);
    this.repairs.add(repair);
  }

  byteOrderMark(): void {
    if (this.next === '\ufeff') this.drop('byte_order_mark');
  }

  /** Spaces stay, comments go. */
  space(): void {
    for (;;) {
      if (this.startsWith('/*')) this.skipTo('*/', 2);
      else if (this.startsWith('//') || this.next === '#') this.skipTo('\n', 0);
      else if (!this.atEnd && SPACE.test(this.next)) {
        // JSON knows four kinds of space; a no-break space from a web page is none of them.
        if (' \t\r\n'.includes(this.next)) this.take();
        else this.replace(1, ' ', 'control_character');
      } else return;
    }
  }

  private skipTo(end: string, behind: number): void {
    const found = this.text.indexOf(end, this.at + behind);
    this.replace((found < 0 ? this.text.length : found + behind) - this.at, '', 'comment');
  }

  /** The first character behind the one here, spaces and comments left out; empty at the end. */
  peekBehind(): string {
    return (
      /^(?:\s|\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*)*([\s\S]?)/.exec(this.text.slice(this.at + 1))?.[1] ?? ''
    );
  }

  key(): boolean {
    if (QUOTES.includes(this.next)) return this.quoted();
    const word = WORD.exec(this.text.slice(this.at, this.at + 300)) ?? /^\d+/.exec(this.text.slice(this.at));
    return word ? this.replace(word[0].length, JSON.stringify(word[0]), 'unquoted_key') : false;
  }

  scalar(): boolean {
    if (this.next !== '' && QUOTES.includes(this.next)) return this.quoted();
    const rest = this.text.slice(this.at, this.at + 10_000);
    const number = NUMBER.exec(rest)?.[0];
    if (number) {
      const repaired = repairNumber(number);
      return this.put(number.length, number, repaired, 'number_form');
    }
    const bare = BARE.exec(rest)?.[0].trimEnd();
    if (!bare) return false;
    const word = repairWord(bare);
    if (word !== undefined) return this.put(bare.length, bare, word, 'word');
    return this.replace(bare.length, JSON.stringify(bare), 'unquoted_text');
  }

  decimalComma(): boolean {
    const match = DECIMAL_COMMA.exec(this.text.slice(this.at, this.at + 100));
    return match ? this.replace(match[0].length, `${match[1]}.${match[2]}`, 'decimal_comma') : false;
  }

  private quoted(): true {
    const { length, text, repairs } = repairText(this.text, this.at);
    this.at += length;
    this.out.push(text);
    for (const repair of repairs) this.repairs.add(repair);
    return true;
  }

  private put(length: number, came: string, text: string, repair: Repair): true {
    if (came !== text) return this.replace(length, text, repair);
    this.out.push(text);
    this.at += length;
    return true;
  }
}
