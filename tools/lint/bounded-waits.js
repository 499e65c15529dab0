/**
 * A browser may never answer: another page keeps the disk busy, a lock is not released, a server is silent.
 * So every wait has a limit, by `withTimeout` (src/device/timeout.ts) or a `signal`. Run by the linter.
 */

/** @typedef {{ type: string, name?: string, object?: Node, property?: Node, callee?: Node, arguments?: Node[], properties?: Node[], key?: Node, expression?: Node, parent?: Node }} Node */

/** Calls that wait for the browser: by name, or by the names of the object and the method. */
const unboundedCalls = /^(fetch|openDB|deleteDB|estimate|persist|persisted|getRegistrations?)$/;
const unboundedMethods = {
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
  if (unboundedCalls.test(name)) return true;
  if (callee?.type !== 'MemberExpression') return false;
  const owner = nameOf(callee.object);
  return Object.entries(unboundedMethods).some(([of, names]) => of === owner && names.test(name));
}

/** Whether an argument is a signal that aborts the call. @param {Node[]} args */
function hasSignal(args) {
  return args.some((it) => it.properties?.some(({ key }) => key?.name === 'signal'));
}

/** Whether the wait has a limit, or nobody waits. @param {Node} node @returns {boolean} */
function isBounded({ type, parent }) {
  if (!parent) return false;
  if (parent.type === 'CallExpression' && nameOf(parent.callee) === 'withTimeout') return true;
  if (parent.type === 'ExpressionStatement') return type !== 'AwaitExpression';
  // The caller decides.
  if (parent.type === 'ReturnStatement') return false;
  return isBounded(parent);
}

export const boundedWaits = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) =>
      context.report({
        node,
        message: 'This wait has no limit: see tools/lint/bounded-waits.js.',
      });
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
