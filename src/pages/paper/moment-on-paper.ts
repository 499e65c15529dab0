import { momentsInZone } from '../../messages/moments-in-zone.ts';

/** With its time zone: paper goes to where others read it. */
export const momentOnPaper = momentsInZone({
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
