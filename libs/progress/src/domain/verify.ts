import type { CodedSession } from '@app/utterance-coding';

/** Whether every cited utterance exists and the quote stands verbatim in the one it is said to stand in. */
export function holds(
  session: CodedSession,
  {
    utterances,
    quote,
    quoteUtterance,
  }: { utterances: readonly number[]; quote: string; quoteUtterance: number },
): boolean {
  const text = session.utterances.find(({ sequenceNumber }) => sequenceNumber === quoteUtterance)?.text;
  const known = new Set(session.utterances.map(({ sequenceNumber }) => sequenceNumber));
  return (
    utterances.length > 0 &&
    utterances.every((number) => known.has(number)) &&
    utterances.includes(quoteUtterance) &&
    quote.trim() !== '' &&
    (text?.includes(quote) ?? false)
  );
}
