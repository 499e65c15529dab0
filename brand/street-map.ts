export type StreetMap = {
  /** The address of a style of MapLibre, with the key of your account if it needs one. */
  readonly style: string;
  /** The same in dark colours, if there is one. */
  readonly darkStyle?: string;
  /** Where the style loads its tiles, letters and pictures from: `https://tiles.example.com`. */
  readonly origins: readonly string[];
  /** Whom the map names as its makers, which most licences ask for. */
  readonly attribution: string;
  /** Parts that people can keep on their device for later, if the makers of the map allow it. */
  readonly offline?: readonly OfflineMap[];
};

/** A part of a street map, in degrees. */
export type OfflineMap = {
  /** As people call it. */
  readonly name: string;
  readonly nameInArabic?: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** The closest zoom that is kept. Most maps have every path at 14; each zoom more is up to four times as large. */
  readonly zoom: number;
};

/**
 * A map with streets for forms that ask for a location, and for their owners. Without a network, or without this,
 * they have a map of the world with countries and large towns. docs/street-map.md
 */
export const streetMap: StreetMap | undefined = undefined;
