import { parse } from '@swc/core';

/** Functions of next-intl that bind a namespace. */
const BINDERS = new Set(['useTranslations', 'getTranslations']);
const METHODS = new Set(['rich', 'markup', 'raw', 'has']);

/**
 * The message keys that a source file names: `exact` ones, and the beginnings of those it puts together
 * (`t(`kind.${kind}`)`). Each is a list: one for each namespace that a variable of this name is bound to in
 * the file, of which one must fit. Keys that reach `t` through a variable can't be seen.
 * @param {string} source
 * @param {boolean} tsx
 * @returns {Promise<{ exact: string[][], beginnings: string[][] }>}
 */
export async function messageKeysIn(source, tsx) {
  const tree = await parse(source, { syntax: 'typescript', tsx, target: 'es2022' });
  /** Variable → the namespaces that it is bound to somewhere in this file. */
  const bound = new Map();
  walk(tree, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return;
    const namespace = namespaceOf(node.init);
    if (namespace === undefined) return;
    bound.set(node.id.value, [...(bound.get(node.id.value) ?? []), namespace]);
  });
  const exact = [];
  const beginnings = [];
  walk(tree, (node) => {
    if (node.type !== 'CallExpression') return;
    const namespaces = bound.get(translatorName(node.callee));
    const key = node.arguments[0]?.expression;
    if (!namespaces || !key) return;
    const alternatives = (suffix) =>
      namespaces.map((namespace) => (namespace ? `${namespace}.${suffix}` : suffix));
    for (const literal of literalsIn(key)) exact.push(alternatives(literal));
    if (key.type === 'TemplateLiteral' && key.expressions.length > 0) {
      beginnings.push(alternatives(key.quasis[0]?.cooked ?? ''));
    }
  });
  return { exact, beginnings };
}

function namespaceOf(init) {
  const call = init?.type === 'AwaitExpression' ? init.argument : init;
  if (call?.type !== 'CallExpression' || !BINDERS.has(call.callee.value)) return undefined;
  const argument = call.arguments[0]?.expression;
  if (!argument) return '';
  if (argument.type === 'StringLiteral') return argument.value;
  const property = argument.properties?.find((each) => each.key?.value === 'namespace');
  return property?.value?.type === 'StringLiteral' ? property.value.value : undefined;
}

function translatorName(callee) {
  if (callee.type === 'Identifier') return callee.value;
  if (callee.type === 'MemberExpression' && METHODS.has(callee.property.value)) return callee.object.value;
  return undefined;
}

/** `t('a')`, t(`a`), `t(open ? 'a' : 'b')`. */
function literalsIn(node) {
  if (node.type === 'StringLiteral') return [node.value];
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return [node.quasis[0].cooked];
  if (node.type === 'ConditionalExpression')
    return [...literalsIn(node.consequent), ...literalsIn(node.alternate)];
  if (node.type === 'ParenthesisExpression') return literalsIn(node.expression);
  return [];
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') visit(node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}
