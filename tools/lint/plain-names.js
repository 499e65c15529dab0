/**
 * No declared name may contain a word that `glossary.js` bans. A property that is stored under such a name, or
 * that somebody else named, is declared in quotes. Run by the linter.
 */
import { insteadOf } from './glossary.js';

/** @typedef {{ type: string, name?: string, key?: Node, value?: Node, computed?: boolean, shorthand?: boolean, id?: Node, params?: Node[], left?: Node, argument?: Node, elements?: (Node | null)[], properties?: Node[], parameter?: Node, local?: Node }} Node */

/** The parts of a name: `toHeldValue`, `HELD_VALUE` and `held_value` have the same. @param {string} name */
export function nameParts(name) {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_$-]+/);
}

/** @param {string} name @returns {string | undefined} */
export function bannedPart(name) {
  const word = nameParts(name).find((it) => Object.hasOwn(insteadOf, it));
  return word === undefined
    ? undefined
    : `“${word}” in “${name}” is banned. Use: ${insteadOf[word]} (tools/lint/glossary.js).`;
}

export const plainNames = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node | null | undefined} node what is bound: a name, or a pattern of them @returns {void} */
    const bound = (node) => {
      if (!node) return;
      if (node.type === 'Identifier') return name(node);
      if (node.type === 'ObjectPattern')
        return node.properties?.forEach((it) => bound(it.value ?? it.argument));
      if (node.type === 'ArrayPattern') return node.elements?.forEach(bound);
      if (node.type === 'AssignmentPattern') return bound(node.left);
      if (node.type === 'RestElement') return bound(node.argument);
      if (node.type === 'TSParameterProperty') return bound(node.parameter);
    };
    /** @param {Node | undefined} node */
    const name = (node) => {
      const message = node?.type === 'Identifier' && bannedPart(node.name ?? '');
      if (node && message) context.report({ node, message });
    };
    /** @param {Node} node */
    const fn = (node) => {
      name(node.id);
      node.params?.forEach(bound);
    };
    /** @param {Node} node */
    const member = (node) => {
      if (!node.computed && !node.shorthand) name(node.key);
    };
    return {
      /** @param {Node} node */
      VariableDeclarator: (node) => bound(node.id),
      FunctionDeclaration: fn,
      FunctionExpression: fn,
      ArrowFunctionExpression: fn,
      TSDeclareFunction: fn,
      TSFunctionType: fn,
      TSMethodSignature: (/** @type {Node} */ node) => {
        member(node);
        node.params?.forEach(bound);
      },
      TSPropertySignature: member,
      MethodDefinition: member,
      PropertyDefinition: member,
      TSTypeAliasDeclaration: (/** @type {Node} */ node) => name(node.id),
      TSInterfaceDeclaration: (/** @type {Node} */ node) => name(node.id),
      ClassDeclaration: (/** @type {Node} */ node) => name(node.id),
      ImportDefaultSpecifier: (/** @type {Node} */ node) => name(node.local),
      ImportNamespaceSpecifier: (/** @type {Node} */ node) => name(node.local),
      CatchClause: (/** @type {Node & { param?: Node }} */ node) => bound(node.param),
    };
  },
};
