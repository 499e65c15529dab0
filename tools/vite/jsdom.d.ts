/// <reference lib="dom" />
/** The part of jsdom that `prerender-process.ts` needs; it has no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options: { readonly url: string; readonly pretendToBeVisual: boolean },
    );
    readonly window: Window & typeof globalThis;
  }
}
