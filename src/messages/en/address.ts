/** The parts of a postal address. */
export const addressMessages = {
  line1: 'Address line 1',
  line2: 'Address line 2',
  town: 'Town or city',
  region: 'County, state or region',
  postcode: 'Postcode',
  country: 'Country',
};
