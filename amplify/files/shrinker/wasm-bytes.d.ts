/** esbuild puts these files into the bundle as bytes: amplify/plain-function.ts. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** It has a declaration of its own, for whoever runs it without a loader. */
declare module '@jsquash/png/codec/pkg/squoosh_png_bg.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
