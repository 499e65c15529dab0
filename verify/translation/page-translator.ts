// oxlint-disable unicorn/consistent-function-scoping, typescript/unbound-method -- what runs in the page brings everything along
import type { BrowserContext, Page } from 'playwright-core';

/** Errors on translated pages: nodes that React could not remove, or updated where nobody sees them. */
export type TranslationErrors = string[];

/**
 * Translates every page like Chrome's “Translate this page”: replaces each text by two `font` elements after
 * a delay, later texts too. The translation is the same text in capitals.
 */
export async function translateAll(
  context: BrowserContext,
  delay: number,
): Promise<TranslationErrors> {
  const errors: TranslationErrors = [];
  await context.exposeBinding('formsteadLost', (_, what: string) => void errors.push(what));
  await context.addInitScript((wait) => {
    const report = (what: string) =>
      (window as unknown as { formsteadLost(what: string): void }).formsteadLost(what);
    const where = (node: Node) => (node as Element).outerHTML?.slice(0, 120);
    const { removeChild, insertBefore } = Node.prototype;
    Node.prototype.removeChild = function remove<It extends Node>(this: Node, child: It): It {
      if (child.parentNode !== this)
        report(`not taken away: “${child.textContent}” in ${where(this)}`);
      return removeChild.call(this, child) as It;
    };
    Node.prototype.insertBefore = function insert<It extends Node>(
      this: Node,
      child: It,
      next: Node | null,
    ): It {
      if (next && next.parentNode !== this)
        report(`not put before “${next.textContent}” in ${where(this)}`);
      return insertBefore.call(this, child, next) as It;
    };
    const texts = new WeakSet<Text>();
    const translate = (text: Text) => {
      const parent = text.parentElement;
      if (!parent || !text.data.trim()) return;
      if (parent.closest('font, script, style, [translate=no]')) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      parent.replaceChild(outer, text);
      texts.add(text);
    };
    const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
    Object.defineProperty(Text.prototype, 'nodeValue', {
      ...nodeValue,
      set(this: Text, value: string) {
        if (texts.has(this)) report(`changed where nobody sees it: “${this.data}” to “${value}”`);
        nodeValue?.set?.call(this, value);
      },
    });
    const textsIn = (node: Node): Text[] =>
      node instanceof Text ? [node] : [...node.childNodes].flatMap(textsIn);
    const begin = () => {
      textsIn(document.body).forEach(translate);
      new MutationObserver((records) => {
        const added = records.flatMap((it) => [...it.addedNodes].flatMap(textsIn));
        setTimeout(() => added.forEach(translate), wait);
      }).observe(document.body, { childList: true, subtree: true });
    };
    document.addEventListener('DOMContentLoaded', begin);
  }, delay);
  return errors;
}

/** The parts of the page that do not show what they should by now. */
export function outdatedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const same = (text: string | null) => text?.replace(/\s+/g, ' ').trim().toUpperCase();
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      const key = Object.keys(element).find((it) => it.startsWith('__reactProps$'));
      const props = (element as unknown as Record<string, { children?: unknown } | undefined>)[
        key ?? ''
      ];
      const meant = props?.children;
      if (typeof meant !== 'string' || element.closest('textarea')) return [];
      return same(meant) === same(element.textContent)
        ? []
        : [`“${element.textContent}” should be “${meant}”`];
    });
  });
}
