import type { Messages } from '../namespaces.ts';

export const prefillMessages: Messages['prefill'] = {
  filled: (labels) => `مُلئ من الرابط، ولك تغييره: \u2068${labels}\u2069`,
  answered: (labels) => `في مسودتك إجابة أخرى، وهي باقية: \u2068${labels}\u2069`,
  refused: (labels) => `تُرك لأن الرابط لا يحمل إجابة ممكنة: \u2068${labels}\u2069`,
};
