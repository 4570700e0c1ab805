import type { Shift } from '~/api/types';
import { percent, plural } from '~/lib/words';
import classes from './talk-facts.module.css';

interface TalkFactsProps {
  shift: Shift;
  /** Lights an utterance and goes there. */
  onShow: (utterance: number, quote?: string) => void;
}

/** Who spoke how much, the longest turn, and the questions asked: listed, never scored. */
export function TalkFacts({ shift, onShow }: TalkFactsProps) {
  const { coach_talk_share: share, longest_monologue: longest, questions } = shift;
  return (
    <section className={classes.facts} aria-label="How the talk was shared">
      {share !== null && (
        <div>
          <p>
            You spoke {percent(share)} of the words.
            {longest && (
              <>
                {' '}
                Your longest turn had{' '}
                <button
                  type="button"
                  className={classes.link}
                  onClick={() => onShow(longest.sequence_number)}
                >
                  {plural(longest.words, 'word')}
                  {longest.seconds !== null && ` in ${plural(Math.round(longest.seconds), 'second')}`}
                </button>
                .
              </>
            )}
          </p>
          <div className={classes.share} aria-hidden>
            <span style={{ width: `${share * 100}%` }} />
          </div>
        </div>
      )}
      {questions.length > 0 && (
        <details>
          <summary>
            You asked {plural(questions.length, 'question')}: {shift.open_questions} open,{' '}
            {shift.closed_questions} closed
          </summary>
          <ul className={classes.questions}>
            {questions.map((question) => (
              <li key={`${question.sequence_number}-${question.text}`}>
                <button type="button" onClick={() => onShow(question.sequence_number, question.text)}>
                  {question.text}
                </button>
                <span>
                  {question.certainty < 0.7 ? 'perhaps ' : ''}
                  {question.type}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
