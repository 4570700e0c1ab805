/** The id of an utterance a finding cites; a number the transcript does not have is a bug of the analyst. */
export function requireId(idOf: ReadonlyMap<number, string>, number: number): string {
  const id = idOf.get(number);
  if (id === undefined)
    throw new Error(`a finding cites utterance ${number}, which the transcript does not have`);
  return id;
}
