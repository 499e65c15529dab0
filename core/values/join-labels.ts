const fallbackSeparators = ['; ', ' / ', ' | '];

/**
 * Joins labels with the first separator that no label contains, so that a reader can tell where each one ends.
 * @param labels the labels to join
 * @param all labels that must not contain the separator either
 * @param comma the comma of the labels' language, with its space
 */
export function joinLabels(
  labels: readonly string[],
  all: readonly string[] = [],
  comma = ', ',
): string {
  const isClear = (separator: string) =>
    [...labels, ...all].every((it) => !it.includes(separator.trim()));
  return labels.join([comma, ...fallbackSeparators].find(isClear) ?? '\n');
}
