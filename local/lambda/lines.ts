/** Cuts what a program writes, in pieces of any length, into lines; `end` lets out the last one. */
export function createLines(emit: (line: string) => void) {
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
