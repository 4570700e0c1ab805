import type { PrincipleScore, Signal, Utterance } from '~/api/types';
import { clock } from '~/lib/time';
import { plural } from '~/lib/words';
import classes from './talk-facts.module.css';

interface OtherMomentsProps {
  name: string;
  score: PrincipleScore;
  signals: readonly Signal[];
  utterances: readonly Utterance[];
  onShow: (utterance: number) => void;
}

/** Moments that count for a principle but were not among the most useful to write about. */
export function OtherMoments({ name, score, signals, utterances, onShow }: OtherMomentsProps) {
  const told = new Set(
    signals
      .filter(({ principle }) => principle === score.principle)
      .map(({ quote_utterance }) => quote_utterance),
  );
  const wanted = new Set(score.evidence.filter((utterance) => !told.has(utterance)));
  const others = utterances.filter(({ sequence_number }) => wanted.has(sequence_number));
  if (others.length === 0) return null;
  return (
    <section className={classes.others} aria-label={`Other moments of ${name}`}>
      <p>
        {plural(others.length, 'moment')} more {others.length === 1 ? 'counts' : 'count'} for {name}; the
        clearest are told above.
      </p>
      <ul className={classes.questions}>
        {others.map((utterance) => (
          <li key={utterance.id}>
            <button type="button" onClick={() => onShow(utterance.sequence_number)}>
              {excerpt(utterance.text_clean)}
            </button>
            {utterance.start !== null && <span>{clock(utterance.start)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function excerpt(text: string): string {
  return text.length > 110 ? `${text.slice(0, 100).replace(/\s+\S*$/, '')} …` : text;
}
