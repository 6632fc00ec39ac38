/**
 * What a message in ICU format asks for: the names of its arguments, and the plurals with their branches.
 * Only as much of the format as the comparison of languages needs; next-intl does the formatting.
 * @param {string} text
 * @returns {{ names: Set<string>, plurals: { name: string, branches: string[] }[] }}
 * @throws Error when braces or branches are wrong
 */
export function readMessage(text) {
  const names = new Set();
  const plurals = [];
  let at = 0;

  const expect = (character) => {
    if (text[at] !== character) throw new Error(`"${character}" expected at ${at + 1}`);
    at++;
  };
  const word = () => {
    const found = /^\s*([^\s{},]*)\s*/.exec(text.slice(at)) ?? ['', ''];
    at += found[0].length;
    return found[1];
  };

  function message(nested) {
    for (; at < text.length; at++) {
      const character = text[at];
      if (character === "'" && /['{}<#]/.test(text[at + 1] ?? '')) {
        const end = text[at + 1] === "'" ? at + 1 : text.indexOf("'", at + 1);
        at = end === -1 ? text.length : end;
      } else if (character === '{') {
        argument();
        at--; // the loop steps on
      } else if (character === '}') {
        if (nested) return;
        throw new Error(`"}" without "{" at ${at + 1}`);
      } else if (character === '<') {
        const tag = /^<\/?([a-z][\w-]*)>/i.exec(text.slice(at));
        if (tag) names.add(`<${tag[1]}>`);
      }
    }
    if (nested) throw new Error('"}" missing at the end');
  }

  function argument() {
    expect('{');
    const name = word();
    if (name === '') throw new Error(`a name is missing at ${at + 1}`);
    names.add(name);
    if (text[at] === ',') {
      at++;
      const format = word();
      if (['plural', 'selectordinal', 'select'].includes(format)) branches(name, format);
      else while (at < text.length && text[at] !== '}') at++; // a style: {at, date, short}
    }
    expect('}');
  }

  function branches(name, format) {
    expect(',');
    const found = [];
    for (let label = word(); label !== ''; label = word()) {
      if (label.startsWith('offset:')) continue;
      found.push(label);
      expect('{');
      message(true);
      expect('}');
    }
    if (!found.includes('other')) throw new Error(`{${name}, ${format}} has no "other"`);
    if (format === 'plural') plurals.push({ name, branches: found });
  }

  message(false);
  return { names, plurals };
}
