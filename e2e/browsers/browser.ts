/** A browser with one page, as little of it as the journey needs. */
export type Browser = AsyncDisposable & {
  /** Its name and version, as it says them itself. */
  readonly name: string;
  /** Goes to an address, and is back when that page has loaded. */
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page, which has to be a string or the promise of one. */
  evaluate(expression: string): Promise<string>;
};

/** A kind of browser, as Debian has it. */
export type Kind = {
  readonly name: string;
  /** Debian's packages. */
  readonly packages: string;
  isInstalled(): boolean;
  start(): Promise<Browser>;
};
