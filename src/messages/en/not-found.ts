export const notFound = {
  heading: 'There is no such page',
  title: 'Page not found',
  perhaps: 'The address may be mistyped, or the form may have been taken down.',
  toFirst: 'Go to the first page',
};
