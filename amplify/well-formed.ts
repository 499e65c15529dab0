import { refuseMalformedForms } from '#forms/well-formed.ts';

// As soon as this is imported, and so before anything else is: whoever mistyped a form hears of it at once.
refuseMalformedForms();
