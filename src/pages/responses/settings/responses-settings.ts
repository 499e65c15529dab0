import { zoneNamed, type Zone } from '../time-zone/zones.ts';
import { createKeptRecord } from './kept-record.ts';

/** How somebody wants to see responses on this device. */
export type ResponsesSettings = {
  /** Undefined for the device's own. */
  readonly zone?: Zone;
};

/** A form's id has no blank. */
export const keptSettings = createKeptRecord('responses settings');

/** What was stored may be of another version of the app. */
export function parseSettings(kept: Readonly<Record<string, unknown>>): ResponsesSettings {
  const zone = typeof kept['zone'] === 'string' ? zoneNamed(kept['zone']) : undefined;
  return { ...(zone !== undefined && { zone }) };
}
