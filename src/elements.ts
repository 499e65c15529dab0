import type { ReactElement } from 'react';

/**
 * What stands beside other things: elements, never a text. A text beside others could neither be changed
 * nor taken away once a browser has translated the page; the linter takes this type's word for it.
 */
export type Elements = ReactElement | false | null | undefined | readonly Elements[];
