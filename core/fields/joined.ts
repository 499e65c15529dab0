const separators = [', ', '; ', ' / ', ' | '];

/** Labels as one text, parted by what is in none of them: else nobody could tell where one ends. */
export function joined(labels: readonly string[], all: readonly string[] = []): string {
  const isClear = (separator: string) =>
    [...labels, ...all].every((it) => !it.includes(separator.trim()));
  return labels.join(separators.find(isClear) ?? '\n');
}
