/** The keys of all pieces of a file. */
export function piecesOf(file: string): IDBKeyRange {
  return IDBKeyRange.bound([file], [file, []]);
}
