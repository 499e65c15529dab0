/**
 * A handler that deletes something belongs on a `<DestructiveButton>` (src/ui/destructive-button.tsx), which ignores
 * the second tap of a double tap on whatever was there before. Run by the linter: it recognizes such handlers
 * by what they call.
 */

/** `outbox.discard(…)`, `withdraw()`, `discardFirst`. */
const deletes = /^(discard|withdraw|erase|forget|remove|delete)/;

/** @typedef {{ type: string, name?: any, property?: Node, callee?: Node, object?: Node, value?: any, expression?: Node, parent?: Node, [part: string]: unknown }} Node */

/** @param {Node | undefined} node @returns {string} */
function nameOf(node) {
  if (node?.type === 'Identifier') return String(node.name);
  return node?.type === 'MemberExpression' ? nameOf(node.property) : '';
}

/**
 * Whether anything in it deletes something.
 * @param {unknown} node @returns {boolean}
 */
function callsDelete(node) {
  if (Array.isArray(node)) return node.some(callsDelete);
  if (typeof node !== 'object' || node === null) return false;
  const it = /** @type {Node} */ (node);
  if (it.type === 'CallExpression' && deletes.test(nameOf(it.callee))) return true;
  return Object.entries(it).some(([part, value]) => part !== 'parent' && callsDelete(value));
}

export const destructiveButtons = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    return {
      /** @param {Node} node */
      JSXAttribute(node) {
        const { expression } = node.value ?? {};
        if (node.name?.name !== 'onClick' && node.name?.name !== 'onSubmit') return;
        if (!deletes.test(nameOf(expression)) && !callsDelete(expression)) return;
        context.report({
          node,
          message: 'What deletes something belongs on a <DestructiveButton>.',
        });
      },
    };
  },
};
