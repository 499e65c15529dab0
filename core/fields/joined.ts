const others = ['; ', ' / ', ' | '];

/**
 * Labels as one text, parted by what is in none of them: else nobody could tell where one ends.
 * @param comma as the labels' language has it, with its space
 */
export function joined(
  labels: readonly string[],
  all: readonly string[] = [],
  comma = ', ',
): string {
  const isClear = (separator: string) =>
    [...labels, ...all].every((it) => !it.includes(separator.trim()));
  return labels.join([comma, ...others].find(isClear) ?? '\n');
}
