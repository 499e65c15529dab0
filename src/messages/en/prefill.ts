/** What the link that opened a form had answers to. */
export const prefillMessages = {
  filled: (labels: string) => `Filled in from the link, and yours to change: ${labels}`,
  answered: (labels: string) => `Your draft had another answer, which stays: ${labels}`,
  refused: (labels: string) => `Left out, because the link had no possible answer: ${labels}`,
};
