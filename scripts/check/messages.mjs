import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/root.mjs';
import { readMessage } from './message-format.mjs';
import { messageKeysIn } from './message-use.mjs';

const LANGUAGES = ['en', 'fr', 'ar'];

/** Checks that every language says the same things, in its own plurals, and that every key in the code is said. */
export async function checkMessages() {
  const faults = [];
  const messages = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      flatten(JSON.parse(fs.readFileSync(path.join(ROOT, 'messages', `${language}.json`), 'utf8'))),
    ]),
  );
  const known = new Set(LANGUAGES.flatMap((language) => [...messages[language].keys()]));
  for (const key of known) faults.push(...compare(key, messages));
  for (const file of sources()) faults.push(...(await unknownKeys(file, known)));
  for (const fault of faults) console.error(fault);
  console.log(`${known.size} messages in ${LANGUAGES.join(', ')}`);
  return faults.length === 0;
}

function flatten(tree, prefix = '', into = new Map()) {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(prefix + key, value);
    else flatten(value, `${prefix}${key}.`, into);
  }
  return into;
}

function compare(key, messages) {
  const faults = [];
  let names;
  for (const language of LANGUAGES) {
    const text = messages[language].get(key);
    if (text === undefined || text.trim() === '') {
      faults.push(`messages/${language}.json lacks ${key}`);
      continue;
    }
    try {
      const read = readMessage(text);
      const own = [...read.names].sort().join(', ');
      names ??= own;
      if (own !== names)
        faults.push(`messages/${language}.json: ${key} has {${own}}, English has {${names}}`);
      for (const plural of read.plurals) faults.push(...missingBranches(language, key, plural));
    } catch (error) {
      faults.push(`messages/${language}.json: ${key}: ${error.message}`);
    }
  }
  return faults;
}

/** An exact branch stands for a form that names one number only (=0 for zero, =1 for one, =2 for two). */
const EXACT = { zero: '=0', one: '=1', two: '=2' };

function missingBranches(language, key, { name, branches }) {
  return new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((form) => !(language === 'fr' && form === 'many')) // 1 000 000 and such; "other" serves
    .filter((form) => !branches.includes(form) && !branches.includes(EXACT[form]))
    .map((form) => `messages/${language}.json: ${key}: {${name}, plural} lacks "${form}"`);
}

function sources() {
  return ['app', 'components', 'lib'].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('lib/generated/')),
  );
}

async function unknownKeys(file, known) {
  const source = fs.readFileSync(path.join(ROOT, file), 'utf8');
  if (!/Translations\(/.test(source)) return [];
  const { exact, beginnings } = await messageKeysIn(source, file.endsWith('.tsx'));
  const said = (key) => known.has(key);
  const begun = (start) => [...known].some((key) => key.startsWith(start));
  return [
    ...exact.filter((keys) => !keys.some((key) => said(key) || begun(`${key}.`))).map(([key]) => key),
    ...beginnings.filter((starts) => !starts.some(begun)).map(([start]) => `${start}…`),
  ].map((key) => `${file}: no message ${key}`);
}
