/** Hands a file to the browser, which asks or knows where to put it. */
export function saveFile(name: string, parts: readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download has only just been asked for.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
