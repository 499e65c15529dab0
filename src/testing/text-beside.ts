import { screen } from '@testing-library/react';

/** For tests: what a list of terms says beside one, also while a browser translates the page and wraps its texts. */
export function textBeside(term: string): string | undefined {
  const terms = screen.queryAllByText(term).map((it) => it.closest('dt'));
  return terms.find((it) => it !== null)?.nextElementSibling?.textContent;
}
