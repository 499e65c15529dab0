import type { Messages } from '../namespaces.ts';

export const prefillMessages: Messages['prefill'] = {
  filled: (labels) => `مُلئ من الرابط، ولك تغييره: ${labels}`,
  answered: (labels) => `في مسودتك إجابة أخرى، وهي باقية: ${labels}`,
  refused: (labels) => `تُرك لأن الرابط لا يحمل إجابة ممكنة: ${labels}`,
};
