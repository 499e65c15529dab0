/** An empty input has the direction of the page; with text, that of its letters. */
export function directionIn(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}
