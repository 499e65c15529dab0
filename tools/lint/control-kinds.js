/**
 * Finds code that checks which control it has: `control.is === 'choice'`. Such a check is forgotten when a control
 * is added. Use a record with an entry for each control, which the compiler checks, as src/controls/codecs.ts
 * does: `codecs[control.is]`. Run by the linter.
 */

/** @typedef {{ type: string, name?: string, computed?: boolean, object?: Node, property?: Node, key?: Node, value?: Node, id?: Node, init?: Node, expression?: Node, properties?: Node[], parent?: Node }} Node */

/** `control`, `field.control`, `question?.control`. @param {Node | undefined} node @returns {boolean} */
function isControl(node) {
  if (node?.type === 'ChainExpression') return isControl(node.expression);
  if (node?.type === 'MemberExpression') return node.property?.name === 'control';
  return node?.type === 'Identifier' && node.name === 'control';
}

/** The `is` in `{ is, options }`. @param {Node | undefined} pattern */
function kindIn(pattern) {
  return pattern?.type === 'ObjectPattern'
    ? pattern.properties?.find((it) => it.key?.name === 'is')
    : undefined;
}

export const controlKinds = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({
        node,
        message:
          'This check is forgotten when a control is added: use a record with an entry for each control, as src/controls/codecs.ts does.',
      });
    return {
      /** @param {Node} node */
      MemberExpression(node) {
        if (node.property?.name !== 'is' || !isControl(node.object)) return;
        const { parent } = node;
        const isKey =
          parent?.type === 'MemberExpression' && parent.computed && parent.property === node;
        if (!isKey) report(node);
      },
      /** @param {Node} node */
      VariableDeclarator(node) {
        const kind = kindIn(node.id);
        if (kind && isControl(node.init)) report(kind);
      },
      /** @param {Node} node */
      Property(node) {
        const kind = kindIn(node.value);
        if (kind && node.key?.name === 'control') report(kind);
      },
    };
  },
};
