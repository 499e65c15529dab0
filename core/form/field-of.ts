/** The name of the field of an issue's path: `people` of `people/<id>/age`. */
export function fieldOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}
