export const notFound = {
  heading: 'Page not found',
  title: 'Page not found',
  perhaps: 'The address may be mistyped, or the form may have been removed.',
  toFirst: 'See all forms',
};
