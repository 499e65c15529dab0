/**
 * A text is the only child of its element. A browser that translates a page replaces texts by elements of its
 * own. React can still empty an element that contains only a text, but a text with siblings it would update
 * where nobody sees it, or fail to remove and crash the page: docs/decisions/0022. Run by the linter.
 */

/**
 * @typedef {{ type: string, name?: any, value?: any, operator?: string, object?: Node, property?: any,
 *   expression?: Node, argument?: Node, arguments?: Node[], callee?: Node, computed?: boolean, body?: any, init?: Node,
 *   consequent?: Node, alternate?: Node, left?: Node, right?: Node, elements?: (Node | null)[],
 *   children?: Node[], openingElement?: Node, parent?: Node, id?: Node, key?: Node,
 *   typeAnnotation?: any, typeName?: any }} Node
 * @typedef {{ name: string, defs: { node: Node }[] }} Variable
 * @typedef {{ set: Map<string, Variable>, upper: Scope | null }} Scope
 * @typedef {{ report(found: { node: object, message: string }): void,
 *   sourceCode: { getScope(node: object): Scope } }} Context
 */

const beside = 'A text is the only child of its element: put this one into a <span>, say.';
const bare = 'A component draws elements: put this text into a <span>, say.';

/** Components that add no element around their children. */
const transparent = /^(Fragment|Suspense|StrictMode|\w+Context|\w+Provider)$/;

/** Methods that make a list from a function. */
const listMethods = /^(map|flatMap|from)$/;

export const textAlone = {
  /** @param {Context} context */
  create(context) {
    /** Names that the file's types say are elements, never texts. @type {Set<string>} */
    const elements = new Set();
    /** Checks that run last, when all types are known. @type {(() => void)[]} */
    const later = [];

    /**
     * Whether an expression may be a text. It may be one unless it is recognized as elements.
     * @param {Node | null | undefined} node @param {number} [depth] @returns {boolean}
     */
    function mayBeText(node, depth = 0) {
      if (!node) return false;
      if (depth > 8) return true;
      /** @param {Node | null | undefined} it */
      const may = (it) => mayBeText(it, depth + 1);
      switch (node.type) {
        case 'JSXElement':
        case 'JSXFragment':
        case 'JSXEmptyExpression':
          return false;
        case 'JSXText':
          return !isLeftOut(node);
        case 'JSXExpressionContainer':
        case 'ParenthesizedExpression':
        case 'TSAsExpression':
        case 'TSNonNullExpression':
          return may(node.expression);
        case 'Literal':
          return typeof node.value === 'string' || typeof node.value === 'number';
        case 'ConditionalExpression':
          return may(node.consequent) || may(node.alternate);
        case 'LogicalExpression':
          // The left side of `&&` is a condition, which is not shown.
          return (node.operator !== '&&' && may(node.left)) || may(node.right);
        case 'ArrayExpression':
          return (node.elements ?? []).some(may);
        case 'MemberExpression':
          return node.computed || !elements.has(node.property?.name);
        case 'Identifier':
          if (node.name === 'undefined' || elements.has(node.name)) return false;
          return mayBeTextOf(definitionOf(node), depth);
        case 'CallExpression':
          return callMayBeText(node, depth);
        default:
          return true;
      }
    }

    /** @param {Node | undefined} definition @param {number} depth */
    function mayBeTextOf(definition, depth) {
      const isPlain =
        definition?.type === 'VariableDeclarator' && definition.id?.type === 'Identifier';
      return !isPlain || !definition?.init || mayBeText(definition.init, depth + 1);
    }

    /** @param {Node} call @param {number} depth @returns {boolean} */
    function callMayBeText({ callee, arguments: given = [] }, depth) {
      if (callee?.type === 'MemberExpression' && listMethods.test(callee.property?.name))
        return returned(given.at(-1)).some((it) => mayBeText(it, depth + 1));
      if (callee?.type !== 'Identifier') return true;
      if (callee.name === 'createPortal') return mayBeText(given[0], depth + 1);
      const definition = definitionOf(callee);
      const called = definition?.type === 'VariableDeclarator' ? definition.init : definition;
      return returned(called).some((it) => mayBeText(it, depth + 1));
    }

    /** @param {Node} node @returns {Node | undefined} */
    function definitionOf(node) {
      for (let scope = /** @type {Scope | null} */ (context.sourceCode.getScope(node)); scope;) {
        const found = scope.set.get(node.name);
        if (found) return found.defs[0]?.node;
        scope = scope.upper;
      }
      return undefined;
    }

    /** @param {Node} node @param {boolean} isTransparent */
    function check(node, isTransparent) {
      const children = (node.children ?? []).filter((it) => !isLeftOut(it));
      if (isTransparent || children.length > 1) {
        for (const it of children) if (mayBeText(it)) context.report({ node: it, message: beside });
        return;
      }
      // A list of texts in one element: each is beside the others.
      const only = children[0]?.expression;
      if (only && isList(only) && mayBeText(only)) context.report({ node: only, message: beside });
    }

    /** @param {Node} fn */
    function checkComponent(fn) {
      for (const it of returned(fn))
        if (mayBeText(it)) context.report({ node: it ?? fn, message: bare });
    }

    /** @param {Node} fn */
    const onFunction = (fn) => {
      if (isComponent(fn)) later.push(() => checkComponent(fn));
    };

    return {
      /** @param {Node} node */
      TSPropertySignature(node) {
        if (node.typeAnnotation?.typeAnnotation?.typeName?.name === 'Elements')
          elements.add(node.key?.name);
      },
      /** @param {Node} node */
      JSXFragment(node) {
        later.push(() => check(node, true));
      },
      /** @param {Node} node */
      JSXElement(node) {
        later.push(() => check(node, transparent.test(node.openingElement?.name?.name ?? '')));
      },
      FunctionDeclaration: onFunction,
      FunctionExpression: onFunction,
      ArrowFunctionExpression: onFunction,
      'Program:exit'() {
        for (const check of later) check();
      },
    };
  },
};

/** White space at the ends of lines, and comments. @param {Node} child */
function isLeftOut(child) {
  if (child.type === 'JSXText') return child.value.trim() === '' && child.value.includes('\n');
  return child.type === 'JSXExpressionContainer' && child.expression?.type === 'JSXEmptyExpression';
}

/** @param {Node} node */
function isList({ type, callee }) {
  return (
    type === 'ArrayExpression' ||
    (type === 'CallExpression' &&
      callee?.type === 'MemberExpression' &&
      listMethods.test(callee.property?.name))
  );
}

/** A function whose name begins with a capital letter, or the `render` method of a class. @param {Node} fn @returns {boolean} */
function isComponent(fn) {
  const { id, parent } = fn;
  if (parent?.type === 'MethodDefinition') return parent.key?.name === 'render';
  const named = id ?? (parent?.type === 'VariableDeclarator' ? parent.id : undefined);
  return /^\p{Lu}/u.test(named?.name ?? '');
}

/**
 * The expressions that a function returns; one that may be anything if it is not a function in this file.
 * @param {Node | undefined} fn @returns {(Node | undefined)[]}
 */
function returned(fn) {
  if (!fn || !/Function/.test(fn.type)) return [{ type: 'Unknown' }];
  return fn.body?.type === 'BlockStatement' ? returnsIn(fn.body) : [fn.body];
}

/** The expressions returned by a block, but not by functions inside it. @param {any} node @returns {(Node | undefined)[]} */
function returnsIn(node) {
  if (!node || typeof node !== 'object') return [];
  if (Array.isArray(node)) return node.flatMap(returnsIn);
  if (node.type === 'ReturnStatement') return [node.argument];
  if (typeof node.type !== 'string' || /Function|Expression|JSX/.test(node.type)) return [];
  return Object.entries(node).flatMap(([key, it]) => (key === 'parent' ? [] : returnsIn(it)));
}
