import type { Evidenced } from '~/api/types';
import { plural } from '~/lib/words';
import classes from './insight.module.css';

/** Shows where a finding comes from: lights the words and goes there. `undefined` on paper. */
export type ShowEvidence = ((utterance: number, quote: string) => void) | undefined;

interface EvidenceProps {
  of: Evidenced;
  onShow: ShowEvidence;
}

/** The words a finding rests on, folded under it on screen, laid open on paper. */
export function Evidence({ of, onShow }: EvidenceProps) {
  if (of.evidence.length === 0) return null;
  const quotes = of.evidence.map((quote, index) => ({ quote, utterance: of.utterances[index] }));
  if (!onShow) {
    return (
      <ul className={classes.quotes}>
        {quotes.map(({ quote, utterance }) => (
          <li key={`${utterance}-${quote}`}>“{quote}”</li>
        ))}
      </ul>
    );
  }
  return (
    <details className={classes.evidence}>
      <summary>{plural(quotes.length, 'place')} in the transcript</summary>
      <ul className={classes.quotes}>
        {quotes.map(({ quote, utterance }) => (
          <li key={`${utterance}-${quote}`}>
            <button
              type="button"
              disabled={utterance === undefined}
              onClick={() => utterance !== undefined && onShow(utterance, quote)}
            >
              “{quote}”
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
