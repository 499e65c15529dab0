/**
 * A browser may never answer: a disk that another page keeps busy, a lock that is not given back, a server
 * that is silent. Whoever waits for one of these says for how long, with `withTimeout`
 * (src/device/timeout.ts) or a `signal`. Run by the linter.
 */

/** @typedef {{ type: string, name?: string, object?: Node, property?: Node, callee?: Node, arguments?: Node[], properties?: Node[], key?: Node, expression?: Node, parent?: Node }} Node */

/** What is asked of the browser, by its name alone or by that of its owner. */
const asked = /^(fetch|openDB|deleteDB|estimate|persist|persisted|getRegistrations?)$/;
const askedOf = {
  indexedDB: /^(open|deleteDatabase|databases)$/,
  locks: /^(request|query)$/,
  registration: /^update$/,
  caches: /./,
  subtle: /./,
};

/** @param {Node | undefined} node @returns {string} */
function nameOf(node) {
  if (node?.type === 'ChainExpression') return nameOf(node.expression);
  return (node?.type === 'MemberExpression' ? node.property?.name : node?.name) ?? '';
}

/** @param {Node | undefined} callee */
function isWait(callee) {
  const name = nameOf(callee);
  if (asked.test(name)) return true;
  if (callee?.type !== 'MemberExpression') return false;
  const owner = nameOf(callee.object);
  return Object.entries(askedOf).some(([of, names]) => of === owner && names.test(name));
}

/** Whether it is given a signal, which ends it. @param {Node[]} given */
function hasSignal(given) {
  return given.some((it) => it.properties?.some(({ key }) => key?.name === 'signal'));
}

/** Whether it has an end, or nobody waits for one. @param {Node} node @returns {boolean} */
function isBounded({ type, parent }) {
  if (!parent) return false;
  if (parent.type === 'CallExpression' && nameOf(parent.callee) === 'withTimeout') return true;
  if (parent.type === 'ExpressionStatement') return type !== 'AwaitExpression';
  // Whoever calls this function is another matter.
  if (parent.type === 'ReturnStatement') return false;
  return isBounded(parent);
}

const bounded = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({ node, message: 'Nothing says when this wait ends: see tools/waits.js.' });
    return {
      /** @param {Node} node */
      CallExpression(node) {
        if (isWait(node.callee) && !hasSignal(node.arguments ?? []) && !isBounded(node))
          report(node);
      },
      /** @param {Node} node */
      MemberExpression(node) {
        const isReady = nameOf(node) === 'ready' && nameOf(node.object) === 'serviceWorker';
        if (isReady && !isBounded(node)) report(node);
      },
    };
  },
};

export default {
  meta: { name: 'waits' },
  rules: { bounded },
};
