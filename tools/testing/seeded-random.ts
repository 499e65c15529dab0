import { createHash } from 'node:crypto';
import { mulberry32 } from './mulberry32.ts';

/** From 0 to less than 1. */
export type Chance = () => number;

/** The same numbers for the same seed, on every machine. */
export function seededRandom(...seedParts: readonly (string | number)[]): Chance {
  return mulberry32(createHash('sha256').update(seedParts.join('/')).digest().readUInt32LE());
}

export function between(chance: Chance, least: number, most: number): number {
  return least + chance() * (most - least);
}

export function pick<Thing>(chance: Chance, things: readonly Thing[]): Thing | undefined {
  return things[Math.floor(chance() * things.length)];
}

/** Picks a name according to the weights. */
export function pickWeighted<Name extends string>(
  chance: Chance,
  weights: Readonly<Record<Name, number>>,
): Name {
  const names = Object.entries<number>(weights) as [Name, number][];
  let left = chance() * names.reduce((sum, [, weight]) => sum + weight, 0);
  const found = names.find(([, weight]) => (left -= weight) < 0) ?? names[0];
  if (!found) throw new Error('There is nothing to choose from.');
  return found[0];
}

export function bytesFrom(chance: Chance, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => chance() * 256);
}
