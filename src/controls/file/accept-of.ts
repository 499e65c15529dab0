import { extensionsOf, type FileType } from '#core/files/file-types.ts';

/** What the browser's dialog offers. Some systems know a type, and others the extension. */
export function acceptOf(types: readonly FileType[]): string {
  return types.flatMap((type) => [type, ...extensionsOf(type).map((it) => `.${it}`)]).join(',');
}
