import type { CodedSession } from '@app/utterance-coding';
import { dueOf } from './due';
import { overlap } from './text/similarity';
import { namesOf, termsOf } from './text/terms';
import type { ActionItem, Observation, SpokenStep } from './types';

/** The session's steps as items to follow. The client's own words are quoted before the coach's. */
export function trackSteps(session: CodedSession, steps: readonly SpokenStep[]): ActionItem[] {
  const speakers = new Map(
    session.utterances.map(({ sequenceNumber, speakerType }) => [sequenceNumber, speakerType]),
  );
  const names = namesOf(session.coachName, session.clientName);
  return steps.flatMap((step): ActionItem[] => {
    const places = step.quotes.map((quote, index) => ({ quote, utterance: step.utterances[index] ?? 0 }));
    // A step the coach set and the client merely acknowledged is the coach's.
    const saidBy =
      step.commitment === 'low' && speakers.get(places[0]?.utterance ?? 0) === 'coach' ? 'coach' : 'client';
    const words = (quote: string): number => quote.split(/\s+/).length;
    const place =
      places
        .filter(({ utterance, quote }) => speakers.get(utterance) === saidBy && words(quote) > 2)
        .at(-1) ?? places[0];
    if (!place) return [];
    return [
      {
        text: step.text,
        saidBy,
        commitment: step.commitment,
        utterances: [...new Set(places.map(({ utterance }) => utterance))].toSorted((a, b) => a - b),
        quote: place.quote,
        quoteUtterance: place.utterance,
        timePhrase: step.timePhrase,
        due: dueOf(step.timePhrase),
        terms: termsOf(`${step.text} ${place.quote}`, names),
      },
    ];
  });
}

/** Reports below this are about something else. */
export const LEAST_REPORT = 0.34;
const FEWEST_SHARED = 2;

/**
 * How far an outcome told in another session is about a step, 0 .. 1; 0 when it is not. Shared content stems against
 * the step's, what was said around the outcome by half; one shared stem suffices only for a short step.
 */
export function reportSimilarity(
  stepTerms: readonly string[],
  outcome: Pick<Observation, 'stance' | 'achieved' | 'terms' | 'contextTerms'>,
): number {
  if (outcome.stance !== 'outcome' || outcome.achieved === null || stepTerms.length === 0) return 0;
  const own = outcome.terms.filter((term) => stepTerms.includes(term)).length;
  const around = outcome.contextTerms.filter((term) => stepTerms.includes(term)).length;
  if (own === 0 && around < FEWEST_SHARED) return 0;
  // "I didn't talk to Callum": little else is said, so one shared stem tells.
  const mostlyThis = own > 0 && own * 2 >= outcome.terms.length;
  if (own + around < Math.min(FEWEST_SHARED, stepTerms.length) && !mostlyThis) return 0;
  const share = (own + around * 0.5) / Math.min(stepTerms.length, 5);
  const similar = Math.min(1, Math.round((mostlyThis ? Math.max(share, 0.5) : share) * 1000) / 1000);
  return similar >= LEAST_REPORT ? similar : 0;
}

/** Whether two steps are the same one taken on again. */
export const isSameStep = (a: readonly string[], b: readonly string[]): boolean => overlap(a, b) >= 0.6;
