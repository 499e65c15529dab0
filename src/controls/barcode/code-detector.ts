import type { BarcodeFormat } from '#core/form/field.ts';

/** What is used of the Barcode Detection API: https://wicg.github.io/shape-detection-api/ */
export type CodeDetector = {
  detect(image: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
};

type NativeDetector = {
  new (options?: { readonly formats: readonly BarcodeFormat[] }): CodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** The browser's own detector if it knows these formats, otherwise the one that is loaded for it. */
export async function loadCodeDetector(
  formats: readonly BarcodeFormat[] | undefined,
): Promise<CodeDetector> {
  const native = nativeDetector();
  const supported = (await native?.getSupportedFormats().catch(() => [])) ?? [];
  const isEnough = formats ? formats.every((it) => supported.includes(it)) : supported.length > 0;
  const options = formats && { formats: [...formats] };
  if (native && isEnough) return new native(options);
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  // By default it would be loaded from another server.
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return new BarcodeDetector(options);
}

/** TypeScript's library does not have it, because only Chromium does. */
function nativeDetector(): NativeDetector | undefined {
  return (globalThis as { readonly BarcodeDetector?: NativeDetector }).BarcodeDetector;
}
