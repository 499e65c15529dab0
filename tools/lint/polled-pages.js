/**
 * A page says something some time after a test has done something, and later on a busy machine than on an idle one. So
 * a test in a browser asks until the page says it: `await expect.poll(() => box.inputValue()).toBe(…)`, and not
 * `expect(await box.inputValue()).toBe(…)`. That nothing is there is read once, after something that is. Run by the
 * linter.
 */

/** @typedef {{ type: string, name?: string, value?: unknown, property?: Node, callee?: Node, argument?: Node, arguments?: Node[], parent?: Node }} Node */

/** What Playwright reads at once, and our own `isFocused`. */
const readings =
  /^(allInnerTexts|allTextContents|count|getAttribute|innerHTML|innerText|inputValue|isChecked|isDisabled|isEditable|isEnabled|isFocused|isHidden|isVisible|textContent|title)$/;

/** @param {Node | undefined} callee */
function nameOf(callee) {
  return (callee?.type === 'MemberExpression' ? callee.property?.name : callee?.name) ?? '';
}

/** Whether `expect(…)` is followed by `.toBe(0)`. @param {Node} expectation */
function isOfNothing({ parent }) {
  const matcher = parent?.type === 'MemberExpression' ? parent.parent : undefined;
  return matcher?.arguments?.[0]?.value === 0;
}

export const polledPages = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    return {
      /** @param {Node} node */
      CallExpression(node) {
        const [read] = node.arguments ?? [];
        if (nameOf(node.callee) !== 'expect' || read?.type !== 'AwaitExpression') return;
        const name = nameOf(read.argument?.callee);
        if (!readings.test(name) || (name === 'count' && isOfNothing(node))) return;
        context.report({
          node,
          message: `A page may say this a moment later: await expect.poll(() => ….${name}()).`,
        });
      },
    };
  },
};
