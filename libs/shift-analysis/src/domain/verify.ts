import type { CodedSession } from '@app/utterance-coding';
import { quotedParts } from './feedback/compose';
import type { ShiftSignal } from './types';

/**
 * Whether a signal can be shown as evidence: every cited utterance exists, the quote stands verbatim in its
 * utterance, that utterance is cited, and whatever the texts put in quotation marks was said in a cited utterance.
 */
export function isVerified(signal: ShiftSignal, session: CodedSession): boolean {
  const texts = new Map(session.utterances.map((utterance) => [utterance.sequenceNumber, utterance.text]));
  if (signal.utterances.length === 0 || signal.utterances.some((seq) => !texts.has(seq))) return false;
  if (!signal.utterances.includes(signal.quoteUtterance) || signal.quote.trim() === '') return false;
  if (!texts.get(signal.quoteUtterance)?.includes(signal.quote)) return false;
  const said = signal.utterances.map((seq) => texts.get(seq) ?? '');
  return quotedParts([signal.feedback, signal.whyItMatters, signal.betterExample ?? ''].join('\n')).every(
    (part) => said.some((text) => text.includes(part)),
  );
}

/** Keeps what can be verified and counts the rest. Works for signals of any analyst. */
export function verifySignals(
  signals: readonly ShiftSignal[],
  session: CodedSession,
): { signals: ShiftSignal[]; dropped: number } {
  const kept = signals.filter((signal) => isVerified(signal, session));
  return { signals: kept, dropped: signals.length - kept.length };
}
