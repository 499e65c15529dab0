/**
 * What takes something away is pressed on a `<Destructive>` (src/shell/destructive.tsx), which a second tap on
 * what stood in its place does not reach. Run by the linter: it knows such handlers by what they call.
 */

/** `outbox.discard(…)`, `withdraw()`, `discardFirst`. */
const takesAway = /^(discard|withdraw|erase|forget|remove|delete)/;

/** @typedef {{ type: string, name?: any, property?: Node, callee?: Node, object?: Node, value?: any, expression?: Node, parent?: Node, [part: string]: unknown }} Node */

/** @param {Node | undefined} node @returns {string} */
function nameOf(node) {
  if (node?.type === 'Identifier') return String(node.name);
  return node?.type === 'MemberExpression' ? nameOf(node.property) : '';
}

/**
 * Whether anything in it takes something away.
 * @param {unknown} node @returns {boolean}
 */
function isTakingAway(node) {
  if (Array.isArray(node)) return node.some(isTakingAway);
  if (typeof node !== 'object' || node === null) return false;
  const it = /** @type {Node} */ (node);
  if (it.type === 'CallExpression' && takesAway.test(nameOf(it.callee))) return true;
  return Object.entries(it).some(([part, value]) => part !== 'parent' && isTakingAway(value));
}

const onDestructive = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    return {
      /** @param {Node} node */
      JSXAttribute(node) {
        const { expression } = node.value ?? {};
        if (node.name?.name !== 'onClick' && node.name?.name !== 'onSubmit') return;
        if (!takesAway.test(nameOf(expression)) && !isTakingAway(expression)) return;
        context.report({
          node,
          message: 'What takes something away is pressed on a <Destructive>.',
        });
      },
    };
  },
};

export default { meta: { name: 'destructive' }, rules: { 'on-destructive': onDestructive } };
