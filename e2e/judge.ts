import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds, each with the elements it is about, so that a failure says where to look. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(' ')}`);
}

/** Longer than any screen is wide, and nowhere a blank. German has such words, and so have links. */
const longWord = 'Kraftfahrzeughaftpflichtversicherung'.repeat(5);

/**
 * What does not fit where every single text is a very long word: the page, when it can be pushed
 * sideways, and each text that is not all in sight, save where something is meant to be pushed.
 */
export function cutOffByLongWords(page: Page): Promise<string[]> {
  return page.evaluate((word) => {
    const meantToBePushed =
      '.desk-scroll, .nav-forms, .visually-hidden, .amplify-visually-hidden, .skip, svg, script, style, option';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: [Text, string][] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && !text.parentElement?.closest('svg, script, style'))
        texts.push([text, text.data]);
    }
    for (const [text] of texts) text.data = word;
    const { scrollWidth, clientWidth } = document.documentElement;
    const over = scrollWidth - clientWidth;
    const found = over > 0 ? [`the page: ${over} px too wide`] : [];
    const range = document.createRange();
    for (const [text, words] of texts) {
      if (text.parentElement?.closest(meantToBePushed)) continue;
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1)
        found.push(
          `“${words.trim()}” in ${text.parentElement?.className || text.parentElement?.tagName}`,
        );
    }
    for (const [text, words] of texts) text.data = words;
    return found;
  }, longWord);
}

/** How far a page can be pushed sideways, in pixels: not at all, however narrow it is. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
