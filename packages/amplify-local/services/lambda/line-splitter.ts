/** Splits the output of a program, which comes in pieces of any length, into lines; `end` flushes the last one. */
export function createLineSplitter(emit: (line: string) => void) {
  let rest = '';
  return {
    write(text: string): void {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) emit(line);
    },
    end(): void {
      if (rest !== '') emit(rest);
      rest = '';
    },
  };
}
