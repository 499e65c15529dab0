import { memo } from 'react';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { allZones, deviceZone, zoneLabel, type Zone } from './zones.ts';
import './zone-choice.css';

type Props = { readonly zone: Zone; readonly onZone: (zone: Zone) => void };

/** Says in which zone all times and days of the page are, and changes it. */
export function ZoneChoice({ zone, onZone }: Props) {
  const { timesIn } = useMessages('table', tableMessages);
  return (
    <label className="zone-choice">
      <span>{timesIn}</span>
      <select
        className="box"
        dir="ltr"
        translate="no"
        value={zone}
        onChange={({ target }) => onZone(target.value)}
      >
        <ZoneOptions chosen={zone} />
      </select>
    </label>
  );
}

/** Four hundred, which need not be compared each time something else of the page changes. */
const ZoneOptions = memo(function ZoneOptions({ chosen }: { readonly chosen: Zone }) {
  const { ofDevice } = useMessages('table', tableMessages);
  const device = deviceZone();
  const zones = new Set([device, ...allZones(), chosen]);
  return [...zones].map((it) => (
    <option key={it} value={it}>
      {it === device ? ofDevice(zoneLabel(it)) : zoneLabel(it)}
    </option>
  ));
});
