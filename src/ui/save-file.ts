/** Hands a file to the browser, as a download. */
export function saveFile(name: string, parts: readonly BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download has only just been requested.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
