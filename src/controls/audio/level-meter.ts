/** How loud a microphone is right now. */
export type LevelMeter = {
  /** From 0 to 1, as people hear it: half as loud is half as much. Undefined where the browser does not say. */
  readonly level: () => number | undefined;
  readonly close: () => void;
};

/** In decibels below the loudest: nothing that a person would call a sound. */
const quietest = 60;

export function createLevelMeter(microphone: MediaStream): LevelMeter {
  if (!('AudioContext' in globalThis)) return { level: () => undefined, close: () => undefined };
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(microphone).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      if (context.state !== 'running') return undefined;
      analyser.getFloatTimeDomainData(samples);
      return levelOf(samples);
    },
    close: () => void context.close().catch(() => undefined),
  };
}

/** @param samples from -1 to 1 */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, it) => sum + it * it, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(Math.max(power, Number.EPSILON));
  return Math.min(1, Math.max(0, 1 + decibels / quietest));
}
