/**
 * The app's own words stand in `src/words`, one place for each language, and nowhere else: a page that
 * says something by itself says it in English to everybody. Run by the linter.
 */

/** What is read or heard, of what elements and our own components are given. */
const heard =
  /^(aria-(label|valuetext|roledescription)|alt|title|placeholder|heading|lead|label|words|stopWords|inShort)$/;

/** Names, in every language the same. */
const name = /^\s*(Formstead|openapi\.json)\s*$/;

/** @typedef {{ type: string, value?: unknown, name?: any, expression?: Node, parent?: Node, openingElement?: any, quasis?: any[], expressions?: Node[], consequent?: Node, alternate?: Node, left?: Node, right?: Node }} Node */

/** @param {unknown} text */
function isWords(text) {
  return typeof text === 'string' && /\p{L}/u.test(text) && !name.test(text);
}

/**
 * Whether an expression can come out as a text that is written in it.
 * @param {Node | undefined} node @returns {boolean}
 */
function says(node) {
  if (!node) return false;
  if (node.type === 'Literal') return isWords(node.value);
  if (node.type === 'TemplateLiteral')
    return (node.quasis ?? []).some(({ value }) => isWords(value.cooked));
  if (node.type === 'ConditionalExpression') return says(node.consequent) || says(node.alternate);
  return node.type === 'LogicalExpression' && (says(node.left) || says(node.right));
}

const inOnePlace = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({ node, message: 'Words belong in src/words, in every language.' });
    return {
      /** @param {Node} node */
      JSXText(node) {
        // What programs say is nobody's language.
        const isCode = node.parent?.openingElement?.name?.name === 'code';
        if (isWords(node.value) && !isCode) report(node);
      },
      /** @param {Node} node */
      JSXExpressionContainer(node) {
        const isAttribute = node.parent?.type === 'JSXAttribute';
        if (says(node.expression) && (!isAttribute || heard.test(node.parent?.name?.name)))
          report(node);
      },
      /** @param {Node} node */
      JSXAttribute(node) {
        const { value } = node;
        if (heard.test(node.name?.name) && says(/** @type {Node} */ (value))) report(node);
      },
    };
  },
};

export default {
  meta: { name: 'words' },
  rules: { 'in-one-place': inOnePlace },
};
