/** An object has this tag until it is confirmed. A lifecycle rule deletes those that have it for a week. */
export const awaitedTag = { key: 'awaited', value: 'yes' } as const;
