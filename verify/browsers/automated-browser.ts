/** A browser with one page: only what the journey needs. */
export type AutomatedBrowser = AsyncDisposable & {
  /** The name and version that the browser reports. */
  readonly name: string;
  /** Opens an address and waits until the page is loaded. */
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page. Its value must be a string, or a promise of one. */
  evaluate(expression: string): Promise<string>;
};

/** A browser that Debian packages. */
export type BrowserKind = {
  readonly name: string;
  /** Debian's packages. */
  readonly packages: string;
  isInstalled(): boolean;
  start(): Promise<AutomatedBrowser>;
};
