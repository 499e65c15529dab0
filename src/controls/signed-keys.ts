/** The keyboard for a number that may be below zero: on an iPhone the one of numbers has no minus. */
export function signedKeys(): 'decimal' | undefined {
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad says that it is a Mac, which has no touch screen.
  const isApple = /iP(hone|od|ad)/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1);
  return isApple ? undefined : 'decimal';
}
