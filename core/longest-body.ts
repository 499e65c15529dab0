/** Bytes that a body may have, on the page, in the function, and for who writes a form. */
export const longestBody = 64 * 1024;
