/** Names of custom properties in map.css, which follow the app's theme, dark mode and forced colours. */
const properties = {
  water: '--map-water',
  land: '--map-land',
  border: '--map-border',
  country: '--map-country',
  town: '--map-town',
  halo: '--map-halo',
} as const;

export type MapColours = { readonly [Each in keyof typeof properties]: string };

/** The colours that the styles give a map, as MapLibre can read them. */
export function mapColoursOf(map: HTMLElement): MapColours {
  const probe = map.ownerDocument.createElement('span');
  probe.hidden = true;
  map.append(probe);
  const colours = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      probe.style.color = `var(${property})`;
      return [name, asBytes(getComputedStyle(probe).color)];
    }),
  );
  probe.remove();
  return colours as MapColours;
}

/** Of a line or an area that somebody draws. */
export function traceColourOf(map: HTMLElement): string {
  const probe = map.ownerDocument.createElement('span');
  probe.style.color = 'var(--accent)';
  map.append(probe);
  const colour = asBytes(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/** A mixed colour is computed as `color(srgb …)`, which MapLibre does not know: a drawn pixel has its bytes. */
function asBytes(colour: string): string {
  const drawing = new OffscreenCanvas(1, 1).getContext('2d');
  if (!drawing) return colour;
  drawing.fillStyle = colour;
  drawing.fillRect(0, 0, 1, 1);
  const [red, green, blue] = drawing.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Calls back when the colours may have changed. Returns how to stop. */
export function watchColours(onChange: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((it) =>
    matchMedia(it),
  );
  for (const it of queries) it.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
    for (const it of queries) it.removeEventListener('change', onChange);
  };
}

/** Whether the page is dark, by the person's choice or the device's. */
export function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
