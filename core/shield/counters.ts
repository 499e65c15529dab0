/** What is counted by the hour: the sender's device, its range of addresses, or everybody. */
export type Counted =
  | { readonly is: 'device'; readonly form: string; readonly username: string }
  | { readonly is: 'addressRange'; readonly form: string; readonly range: string }
  | { readonly is: 'form'; readonly form: string };

/** Counts entries without an account. Nobody can tell an address from what it stores, and that for hours only. */
export type Counters = {
  /** Counts one more. @returns how many there are in this hour, with this one */
  add(counted: Counted, at: Date): Promise<number>;
};
