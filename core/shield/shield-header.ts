/** What a device says about how an entry was filled in, in the header `Shield`. All of it may be made up. */
export type ShieldHeader = {
  /** The solution of the entry's puzzle: when, and the number. */
  readonly puzzle?: { readonly day: string; readonly number: string };
  /** Whole seconds from when the form was shown until the entry was saved. */
  readonly seconds?: number;
  /** A field that nobody sees was filled in. */
  readonly isHoneypotFilled?: true;
};

/** `puzzle=2026-03-31.12345, seconds=40`, and `honeypot=filled` if it is. */
export function toShieldText({ puzzle, seconds, isHoneypotFilled }: ShieldHeader): string {
  const parts = [
    puzzle && `puzzle=${puzzle.day}.${puzzle.number}`,
    seconds !== undefined && `seconds=${seconds}`,
    isHoneypotFilled && 'honeypot=filled',
  ];
  return parts.filter(Boolean).join(', ');
}

/** A header that is missing or malformed says nothing. */
export function parseShieldText(text = ''): ShieldHeader {
  const [, day, number] = /(?:^|, )puzzle=(\d{4}-\d\d-\d\d)\.(\d{1,12})(?:,|$)/.exec(text) ?? [];
  const [, seconds] = /(?:^|, )seconds=(\d{1,9})(?:,|$)/.exec(text) ?? [];
  return {
    ...(day !== undefined && number !== undefined && { puzzle: { day, number } }),
    ...(seconds !== undefined && { seconds: Number(seconds) }),
    ...(/(?:^|, )honeypot=filled(?:,|$)/.test(text) && { isHoneypotFilled: true }),
  };
}
