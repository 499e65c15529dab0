/** The parts of a postal address. */
export type AddressPart = 'line1' | 'line2' | 'town' | 'region' | 'postcode' | 'country';
