/** The largest request body: enforced by the page, by the API, and when a form is checked. */
export const maxBodyBytes = 64 * 1024;
