/** What owners do with the table of responses. Apart from the other texts of their pages, which more pages load. */
export const tableMessages = {
  timesIn: 'Times in',
  inZone: (zone: string) => `Times in ${zone}.`,
  ofDevice: (zone: string) => `${zone} (this device)`,
  daysInUtc: 'Days are counted in UTC.',
};
