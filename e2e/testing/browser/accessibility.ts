import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The violations that axe finds, each with its elements, so that a failure says where to look. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // Without legacy mode each analysis opens a second page, which only frames of other origins need.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // It would also describe each element that passes, in a third of its time.
  const found = await axe.options({ resultTypes: ['violations'] }).analyze();
  return found.violations.map(({ id, nodes }) => {
    const where = nodes.map(({ html, any }) => [html, ...any.map((it) => it.message)].join(' '));
    return `${id}: ${where.join(' ')}`;
  });
}

/** Wider than any screen, without a space, as some German words and links are. */
const longText = 'Kraftfahrzeughaftpflichtversicherung'.repeat(5);

/**
 * Everything that does not fit if every text is one very long word: a page that scrolls sideways, and every
 * text that is cut off, except where an element is meant to scroll.
 */
export function cutOffByLongText(page: Page): Promise<string[]> {
  return page.evaluate(async (word) => {
    const scrollsSideways =
      '.responses-scroll, .table-frame, .visually-hidden, .brand span, .nav span, .menu-name, .entry-line a, .entry-form, .entry-date, .form-introduction, .amplify-visually-hidden, .skip, svg, script, style, option';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: [Text, string][] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && !text.parentElement?.closest('svg, script, style'))
        texts.push([text, text.data]);
    }
    for (const [text] of texts) text.data = word;
    // A table that has become too wide gets a frame in which it scrolls.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { scrollWidth, clientWidth } = document.documentElement;
    const over = scrollWidth - clientWidth;
    const found = over > 0 ? [`the page: ${over} px too wide`] : [];
    const range = document.createRange();
    for (const [text, original] of texts) {
      if (text.parentElement?.closest(scrollsSideways)) continue;
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1)
        found.push(
          `“${original.trim()}” in ${text.parentElement?.className || text.parentElement?.tagName}`,
        );
    }
    for (const [text, original] of texts) text.data = original;
    return found;
  }, longText);
}

/** A table that has become too wide gets a frame in which it scrolls, one frame later. */
export function untilLaidOut(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}

/** The innermost elements that are beyond the edge of the page. */
export function elementsBeyondEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('body *')]
      .filter((it) => it.childElementCount === 0)
      .filter((it) => {
        const { left, right, width } = it.getBoundingClientRect();
        return width > 1 && (left < -1 || right > clientWidth + 1);
      })
      .map((it) => `${it.parentElement?.className} > ${it.tagName} ${it.className}`);
  });
}

/** How far a page scrolls sideways, in pixels. Must be 0, however narrow the screen. */
export function horizontalOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
