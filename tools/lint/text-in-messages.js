/**
 * Every text of the app is in `src/messages`, once per language: a text written in a page is English for
 * everybody. Run by the linter.
 */

/** Attributes, and properties of our own components, whose text people read or hear. */
const shownAttribute =
  /^(aria-(label|valuetext|roledescription)|alt|title|placeholder|heading|lead|label|text|message|stopLabel|summary)$/;

/** A name, which is the same in every language. */
const name = /^\s*openapi\.json\s*$/;

/** @typedef {{ type: string, value?: unknown, name?: any, expression?: Node, parent?: Node, openingElement?: any, quasis?: any[], expressions?: Node[], consequent?: Node, alternate?: Node, left?: Node, right?: Node }} Node */

/** @param {unknown} text */
function isText(text) {
  return typeof text === 'string' && /\p{L}/u.test(text) && !name.test(text);
}

/**
 * Whether the value of an expression can be a text that is written in it.
 * @param {Node | undefined} node @returns {boolean}
 */
function mayShowText(node) {
  if (!node) return false;
  if (node.type === 'Literal') return isText(node.value);
  if (node.type === 'TemplateLiteral')
    return (node.quasis ?? []).some(({ value }) => isText(value.cooked));
  if (node.type === 'ConditionalExpression')
    return mayShowText(node.consequent) || mayShowText(node.alternate);
  return node.type === 'LogicalExpression' && (mayShowText(node.left) || mayShowText(node.right));
}

export const textInMessages = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({ node, message: 'Texts belong in src/messages, in every language.' });
    return {
      /** @param {Node} node */
      JSXText(node) {
        // Code is not translated.
        const isCode = node.parent?.openingElement?.name?.name === 'code';
        if (isText(node.value) && !isCode) report(node);
      },
      /** @param {Node} node */
      JSXExpressionContainer(node) {
        const isAttribute = node.parent?.type === 'JSXAttribute';
        if (
          mayShowText(node.expression) &&
          (!isAttribute || shownAttribute.test(node.parent?.name?.name))
        )
          report(node);
      },
      /** @param {Node} node */
      JSXAttribute(node) {
        const { value } = node;
        if (shownAttribute.test(node.name?.name) && mayShowText(/** @type {Node} */ (value)))
          report(node);
      },
    };
  },
};
