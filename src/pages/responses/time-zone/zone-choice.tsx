import { memo } from 'react';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { allZones, deviceZone, zoneLabel, type Zone } from './zones.ts';
import './zone-choice.css';

type Props = { readonly zone: Zone; readonly onZone: (zone: Zone) => void };

/** Says in which zone all times and days of the page are, and changes it. */
export const ZoneChoice = memo(function ZoneChoice({ zone, onZone }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const device = deviceZone();
  const zones = new Set([device, ...allZones(), zone]);
  return (
    <label className="zone-choice">
      <span>{messages.timesIn}</span>
      <select
        className="box"
        dir="ltr"
        translate="no"
        value={zone}
        onChange={({ target }) => onZone(target.value)}
      >
        {[...zones].map((it) => (
          <option key={it} value={it}>
            {it === device ? messages.ofDevice(zoneLabel(it)) : zoneLabel(it)}
          </option>
        ))}
      </select>
    </label>
  );
});
