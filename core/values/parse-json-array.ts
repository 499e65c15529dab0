/** The list in a JSON text of unknown origin; an empty one if it is something else, or no JSON. */
export function parseJsonArray(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
