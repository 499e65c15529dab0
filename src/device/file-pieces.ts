/** The keys of all pieces of a file. */
export function piecesOf(file: string): IDBKeyRange {
  return IDBKeyRange.bound([file], [file, []]);
}

/** A store of a transaction that deletes by these keys. */
type Deletes<Key> = { delete(key: Key): Promise<void> };

/** Deletes a file with all its pieces, in a transaction of both stores. */
export async function deleteFile(
  files: Deletes<string>,
  filePieces: Deletes<IDBKeyRange>,
  id: string,
): Promise<void> {
  await Promise.all([files.delete(id), filePieces.delete(piecesOf(id))]);
}
