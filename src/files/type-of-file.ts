import { beginsAs, extensionsOf, firstBytes, type FileType } from '#core/files/file-types.ts';

/**
 * The type of a file among those that are accepted, by its first bytes. Several types may begin alike, as office
 * documents do: then the name decides, and then what the browser says.
 */
export async function typeOfFile(
  file: Blob,
  name: string,
  accepted: readonly FileType[],
): Promise<FileType | undefined> {
  const beginning = new Uint8Array(await file.slice(0, firstBytes).arrayBuffer());
  const possible = accepted.filter((type) => beginsAs(type, beginning));
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (
    possible.find((type) => extensionsOf(type).includes(extension)) ??
    possible.find((type) => type === file.type) ??
    possible[0]
  );
}
