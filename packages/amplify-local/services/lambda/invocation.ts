/** The result of one run of a function. */
export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  | {
      readonly ok: false;
      readonly reason:
        | 'could not start'
        | 'threw'
        | 'timed out'
        | 'out of memory'
        | 'exited'
        | 'payload too large'
        | 'closed';
    };
