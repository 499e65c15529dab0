/**
 * A look-up that may find nothing, by a key that is not written there: `words[code] ?? title`, `fields[name]?.label`.
 * Every object has a `constructor`, so a key that comes from elsewhere finds what nobody put there. It is looked
 * up with `own` (core/own.ts), or kept in a Map. Lists are left alone: their keys are numbers, by name or by sum.
 * Run by the linter.
 */

/** @typedef {{ type: string, name?: string, value?: unknown, operator?: string, computed?: boolean, optional?: boolean, object?: Node, property?: Node, left?: Node, right?: Node, callee?: Node, expression?: Node, argument?: Node, arguments?: Node[], parent?: Node }} Node */

/** What numbers are called here. */
const number =
  /^(i|n|at|to|from|first|last|next|row|column|index|position|place|again|step|turn|focused|firstNew)$/;

/** Keys that can only be one of a few, by name. */
const oneOfFew = /^(side|part|end|room)$/;

/** @param {Node | undefined} key @returns {boolean} */
function mayBeAnything(key) {
  if (key?.type === 'Identifier')
    return !number.test(key.name ?? '') && !oneOfFew.test(key.name ?? '');
  if (key?.type === 'CallExpression') return key.callee?.object?.name !== 'Math';
  return key?.type === 'MemberExpression' || key?.type === 'LogicalExpression';
}

/** @param {Node | undefined} node @returns {boolean} */
function isLookUp(node) {
  if (node?.type === 'ChainExpression') return isLookUp(node.expression);
  return (
    node?.type === 'MemberExpression' && node.computed === true && mayBeAnything(node.property)
  );
}

const keys = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({
        node,
        message: 'This also finds what every object has: look it up with own (core/own.ts).',
      });
    return {
      /** @param {Node} node */
      LogicalExpression(node) {
        if (node.operator !== '&&' && isLookUp(node.left)) report(node);
      },
      /** @param {Node} node */
      MemberExpression(node) {
        if (node.optional && isLookUp(node.object)) report(node);
      },
      /** @param {Node} node */
      BinaryExpression(node) {
        const isAskedOfAll = node.right?.property?.name === 'prototype';
        if (node.operator === 'in' && node.left?.type !== 'Literal' && !isAskedOfAll) report(node);
      },
    };
  },
};

export default { meta: { name: 'own' }, rules: { keys } };
