/// <reference lib="dom" />
/** As much of it as `prerender-process.ts` needs; it brings no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options: { readonly url: string; readonly pretendToBeVisual: boolean },
    );
    readonly window: Window & typeof globalThis;
  }
}
