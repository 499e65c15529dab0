/**
 * Functions that a form's author wrote are called from one file, which catches what they throw: anywhere else
 * an exception would lose an entry, or a whole page of them. Run by the linter.
 */

/** By their names in a form. A test compares this list with the type in `core/form/form-functions.ts`. */
export const formFunctions = [
  'migrate',
  'derive',
  'receipt',
  'thanks',
  'confirmation.text',
  'notify.newEntry.when',
];

const alone = formFunctions.filter((it) => !it.includes('.'));
const groups = formFunctions.filter((it) => it.includes('.')).map((it) => it.split('.').at(-2));

/** @typedef {{ type: string, name?: string, object?: Node, property?: Node, computed?: boolean, expression?: Node, callee?: Node }} Node */

/** @param {Node | undefined} node @returns {string | undefined} what an expression is called: `b` of `a.b` */
function nameOf(node) {
  if (node?.type === 'Identifier') return node.name;
  if (node?.type === 'MemberExpression' && !node.computed) return nameOf(node.property);
  return node?.type === 'TSNonNullExpression' || node?.type === 'ChainExpression'
    ? nameOf(node.expression)
    : undefined;
}

export const formFunctionCalls = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    return {
      /** @param {Node} node */
      CallExpression(node) {
        const { callee } = node;
        const isOne = alone.includes(nameOf(callee) ?? '');
        const isPart =
          callee?.type === 'MemberExpression' && groups.includes(nameOf(callee.object) ?? '');
        if (isOne || isPart)
          context.report({
            node,
            message: 'A function of a form may fail: call it through core/form/form-functions.ts.',
          });
      },
    };
  },
};
