/** Lets both ends of a connection receive what the other has sent, if they share this process. */
export async function untilReceived(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1)
    await new Promise<void>((resolve) => void setImmediate(resolve));
}
