import { choice, longText, number, photo, text, url } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { shortId } from '#core/values/id.ts';

/** A product in a catalogue. */
export const products = defineForm({
  id: 'products',
  version: 1,
  title: 'Add a product',
  introduction: 'Describe the product, choose its category and give its price.',
  action: 'Add product',
  fields: {
    name: text({ label: 'Name', noun: 'the product’s name', max: 120, example: 'Garden fork' }),
    description: longText({
      label: 'Description',
      noun: 'the description',
      max: 2000,
      rows: 4,
      example: 'Four steel tines.\nAsh handle.',
      optional: true,
    }),
    category: choice({
      label: 'Category',
      noun: 'the category',
      options: [
        ['books', 'Books'],
        ['clothing', 'Clothing'],
        ['garden', 'Garden'],
        ['home', 'Home'],
        ['other', 'Something else'],
      ],
    }),
    price: number({ label: 'Price', noun: 'the price', min: 0, max: 1_000_000, unit: 'USD' }),
    image: url({
      label: 'Link to a picture',
      noun: 'the link to the picture',
      hint: 'A web address that starts with https://.',
      optional: true,
    }),
    pictures: photo({
      label: 'Pictures',
      noun: 'pictures of the product',
      fewest: 1,
      most: 4,
      longestEdge: 1600,
      optional: true,
    }),
  },
  receipt: ({ id, answers }) => ({
    ProductId: shortId(id),
    name: answers.name,
    category: answers.category,
    price: answers.price,
  }),
  thanks: ({ answers }) => `“${answers.name}” is in the catalogue.`,
});
