/**
 * What people read about whose app this is: on its pages, in its mails, when they install it. Nothing else
 * names it. docs/make-it-yours.md shows what to change here and in `theme.css`.
 */
export const brand: Brand = {
  name: 'Formstead',
  description: 'Fill in forms anywhere, even offline. Nothing is lost, and nothing is sent twice.',
  operator: { name: 'the Formstead founders' },
  links: [],
};

type Brand = {
  /** In the header, in the title of each page, as the name of the installed app and the sender of its mails. */
  readonly name: string;
  /** One or two sentences, for search engines and for people who install the app. */
  readonly description: string;
  /** Who runs this, for the footer, and the address of a page about them: `https://…`, or `mailto:…`. */
  readonly operator: { readonly name: string; readonly href?: string };
  /** More links for the footer, such as to a privacy notice. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
};
