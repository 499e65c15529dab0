/** The `inputmode` for numbers that may be negative. An iPhone's numeric keyboard has no minus sign. */
export function signedNumberInputMode(): 'decimal' | undefined {
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad identifies itself as a Mac, but Macs have no touch screen.
  const isApple = /iP(hone|od|ad)/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1);
  return isApple ? undefined : 'decimal';
}
