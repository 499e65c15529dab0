/**
 * Finds look-ups that may find nothing and whose key is a variable: `texts[code] ?? title`, `fields[name]?.label`.
 * Every object inherits `constructor`, so such a look-up can find what nobody put there. Use `getOwn`
 * (core/values/own-property.ts), or a Map. Lists are fine: a key that is a number is recognized by its name,
 * or because it is a sum. Run by the linter.
 */

/** @typedef {{ type: string, name?: string, value?: unknown, operator?: string, computed?: boolean, optional?: boolean, object?: Node, property?: Node, left?: Node, right?: Node, callee?: Node, expression?: Node, argument?: Node, arguments?: Node[], parent?: Node }} Node */

/** Names of variables that hold a number. */
const number =
  /^(i|n|at|to|from|first|last|next|row|column|index|position|again|step|turn|focused|firstNew)$|At$/;

/** Names of variables that can only be one of a few keys. */
const oneOfFew = /^(side|part|end|namespace)$/;

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

export const ownKeys = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({
        node,
        message:
          'This also finds what every object inherits: use getOwn (core/values/own-property.ts).',
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
        const isPrototypeLookUp = node.right?.property?.name === 'prototype';
        if (node.operator === 'in' && node.left?.type !== 'Literal' && !isPrototypeLookUp)
          report(node);
      },
    };
  },
};
