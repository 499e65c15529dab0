/** A segment of a path. Usernames of people are UUIDs, but a pool may have others. */
export function decodedSegment(segment = ''): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
