import { momentsInZone } from '../../../messages/moments-in-zone.ts';

/** A date and time, short enough for a column of a table. */
export const momentText = momentsInZone({ dateStyle: 'medium', timeStyle: 'short' });
