/** Computes a value when it is first needed, and remembers it. */
export function computeOnce<Value>(compute: () => Value): () => Value {
  let remembered: { readonly value: Value } | undefined;
  return () => (remembered ??= { value: compute() }).value;
}
