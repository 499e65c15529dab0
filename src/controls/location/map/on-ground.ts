import type { Location } from '#core/fields/location.ts';
import type { Cluster } from './clusters.ts';
import type { OnGround } from './open-ground.ts';

const svg = 'http://www.w3.org/2000/svg';

/** A pin, whose tip marks the location. */
export function pinAt(at: Location): OnGround {
  const element = document.createElement('div');
  element.className = 'map-pin';
  const picture = document.createElementNS(svg, 'svg');
  const body = document.createElementNS(svg, 'path');
  body.setAttribute('d', 'M0 0C-3-9-12-14-12-23A12 12 0 0 1 12-23C12-14 3-9 0 0Z');
  const eye = document.createElementNS(svg, 'circle');
  eye.setAttribute('cy', '-23');
  eye.setAttribute('r', '4.5');
  picture.append(body, eye);
  element.append(picture);
  return { at, element };
}

/** How many locations are here, in a circle that is larger for more. */
export function clusterMark(
  cluster: Cluster,
  {
    largest,
    text,
    onClick,
  }: { readonly largest: number; readonly text: string; readonly onClick: () => void },
): OnGround {
  const element = document.createElement('div');
  element.className = 'map-cluster';
  const size = `${(24 + 20 * Math.sqrt(cluster.count / largest)).toFixed(0)}px`;
  Object.assign(element.style, { width: size, height: size });
  element.textContent = text;
  element.addEventListener('click', onClick);
  return { at: cluster, element };
}
