import type { ReactElement } from 'react';

/**
 * Children of an element that has several: elements, never bare text. Once a browser has translated the
 * page, bare text beside other nodes can neither be changed nor removed. The linter relies on this type.
 */
export type Elements = ReactElement | false | null | undefined | readonly Elements[];
