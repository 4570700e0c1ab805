import { memo } from 'react';
import type { Signal, Utterance } from '~/api/types';
import { SignalMark } from '~/components/signal-mark';
import { clock } from '~/lib/time';
import type { EmotionStep } from './emotion';
import { useLit } from './focus';
import { cut, type Range, rangeOf } from './ranges';
import classes from './reader.module.css';
import type { Turn as TurnData } from './turns';

/** Half the readings lie within ±0.4: the line spends its width on those. */
const x = (value: number) => (50 + 46 * Math.tanh(value * 1.6)).toFixed(1);

/** One stretch of the emotion line, drawn as tall as its utterance. */
function EmotionSegment({ step }: { step: EmotionStep }) {
  return (
    <svg className={classes.line} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
      <path
        d={`M${x(step.from)} 0C${x(step.from)} 50 ${x(step.to)} 50 ${x(step.to)} 100`}
        fill="none"
        stroke="currentColor"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** A turn of a few words ("Okay.") is set on one line with its speaker. */
const SHORT = 44;

function isShort({ utterances }: TurnData): boolean {
  return utterances.length === 1 && (utterances[0]?.text_clean.length ?? 0) <= SHORT;
}

interface LineProps {
  /** Who speaks, where it is said on the same line. */
  speaker?: React.ReactNode;
  utterance: Utterance;
  signals: readonly Signal[] | undefined;
  step: EmotionStep | undefined;
  raw: boolean;
  onPick: (signal: Signal) => void;
}

function Line({ speaker, utterance, signals = [], step, raw, onPick }: LineProps) {
  const lit = useLit(utterance.sequence_number);
  const text = raw ? utterance.text_raw : utterance.text_clean;
  const ranges: Range[] = [];
  for (const { quote, kind } of signals) {
    const range = rangeOf(text, quote, kind);
    if (range) ranges.push(range);
  }
  for (const quote of lit ? lit.split('\n') : []) {
    const range = rangeOf(text, quote, 'lit');
    if (range) ranges.push(range);
  }
  return (
    <div
      className={classes.utterance}
      data-lit={lit !== null || undefined}
      id={`u-${utterance.sequence_number}`}
    >
      <div className={classes.gutter} title={step?.label ? `Language suggests ${step.label}` : undefined}>
        {step && <EmotionSegment step={step} />}
      </div>
      <div className={classes.marks}>
        {signals.map((signal) => (
          <button
            key={signal.id}
            type="button"
            className={classes.mark}
            aria-label={`${signal.kind === 'excellence' ? 'Excellence' : 'Growth'}: ${signal.pattern_name}`}
            title={`${signal.principle_name}: ${signal.pattern_name}`}
            onClick={() => onPick(signal)}
          >
            <SignalMark kind={signal.kind} />
          </button>
        ))}
      </div>
      <p className={classes.text}>
        {speaker}
        {cut(text, ranges).map(({ text: piece, kinds }, index) =>
          kinds.length === 0 ? (
            piece
          ) : (
            <mark
              key={index}
              className={classes.quote}
              data-kind={kinds.find((kind) => kind !== 'lit')}
              data-lit={kinds.includes('lit') || undefined}
            >
              {piece}
            </mark>
          ),
        )}
      </p>
    </div>
  );
}

interface TurnProps {
  turn: TurnData;
  name: string;
  signals: ReadonlyMap<number, readonly Signal[]>;
  steps: ReadonlyMap<number, EmotionStep> | null;
  raw: boolean;
  onPick: (signal: Signal) => void;
}

/** What one person says before another speaks. */
export const Turn = memo(function Turn({ turn, name, signals, steps, raw, onPick }: TurnProps) {
  const short = isShort(turn);
  const speaker = (
    <>
      <span>{name}</span>
      {turn.start !== null && <span className={classes.time}>{clock(turn.start)}</span>}
    </>
  );
  return (
    <div className={classes.turn} data-role={turn.speakerType ?? 'unknown'} data-short={short || undefined}>
      {!short && <p className={classes.speaker}>{speaker}</p>}
      {turn.utterances.map((utterance) => (
        <Line
          key={utterance.id}
          speaker={short && <span className={classes.speaker}>{speaker}</span>}
          utterance={utterance}
          signals={signals.get(utterance.sequence_number)}
          step={steps?.get(utterance.sequence_number)}
          raw={raw}
          onPick={onPick}
        />
      ))}
    </div>
  );
});
