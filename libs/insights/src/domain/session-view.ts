import {
  countWords,
  type CodedSession,
  type CodedUtterance,
  type UtteranceCodeName,
} from '@app/utterance-coding';

/** One utterance with what the sections ask of it again and again. */
export interface Line {
  utterance: CodedUtterance;
  /** Position in `SessionView.lines`. */
  index: number;
  seq: number;
  coach: boolean;
  text: string;
  /** Lower case with plain apostrophes, same length as `text`: offsets of matches hold in both. */
  lower: string;
  words: number;
  /** "Mm-hmm", "Okay, right": carries no content. */
  backchannel: boolean;
}

/** The session as an exchange of coach and client; others are left out. */
export interface SessionView {
  lines: Line[];
  coachLines: Line[];
  clientLines: Line[];
  /** Client lines with content. */
  clientContent: Line[];
  coachContent: Line[];
  clientWords: number;
  coachWords: number;
}

const BACKCHANNEL =
  /^(?:(?:yeah|yes|yep|yup|yea|ok(?:ay)?|right|sure|exactly|uh|um|huh|hmm|mm|mhm|hm|oh|ah|no|nope|all|true|absolutely|definitely|certainly|totally|great|good|fine|got|it|i|see|cool|wow|alright|really|guess|so|perfect|lovely|brilliant|thank|thanks|you|bye|hi|hello|hey|well|and|of|course|that's|go|on|nice|very|much|interesting|please|hiya|cheers)(?:\W+|$))+$/;

function lowerSameLength(text: string): string {
  const plain = text.replace(/[\u2018\u2019\u02bc]/g, "'");
  const lower = plain.toLowerCase();
  return lower.length === text.length ? lower : plain;
}

/** Builds the view. Utterances keep their order in the array; sequence numbers are only names. */
export function viewSession(session: CodedSession): SessionView {
  const lines: Line[] = [];
  for (const utterance of session.utterances) {
    if (utterance.speakerType === 'other') continue;
    const words = countWords(utterance.text);
    if (words === 0) continue;
    const lower = lowerSameLength(utterance.text);
    lines.push({
      utterance,
      index: lines.length,
      seq: utterance.sequenceNumber,
      coach: utterance.speakerType === 'coach',
      text: utterance.text,
      lower,
      words,
      backchannel: words <= 6 && BACKCHANNEL.test(lower.replace(/\[[^\]]*\]|\([^)]*\)/g, ' ').trim()),
    });
  }
  const coachLines = lines.filter((line) => line.coach);
  const clientLines = lines.filter((line) => !line.coach);
  const sum = (list: Line[]): number => list.reduce((total, line) => total + line.words, 0);
  return {
    lines,
    coachLines,
    clientLines,
    clientContent: clientLines.filter((line) => !line.backchannel),
    coachContent: coachLines.filter((line) => !line.backchannel),
    clientWords: sum(clientLines),
    coachWords: sum(coachLines),
  };
}

/** Certainty of a code on a line, 0 when it was not given. */
export function certaintyOf(line: Line, code: UtteranceCodeName): number {
  return line.utterance.codes.find((entry) => entry.code === code)?.certainty ?? 0;
}

/** The coach's last words with content before a line, or `null`. */
export function coachBefore(view: SessionView, line: Line): Line | null {
  for (let i = line.index - 1; i >= 0 && line.index - i <= 12; i--) {
    const other = view.lines[i];
    if (other?.coach && !other.backchannel) return other;
  }
  return null;
}

/** The coach's reply with content after a client's line: up to two lines until the client takes the floor. */
export function coachReply(view: SessionView, line: Line): Line[] {
  const reply: Line[] = [];
  for (let i = line.index + 1; i < view.lines.length && reply.length < 2; i++) {
    const other = view.lines[i];
    if (!other) break;
    if (other.coach && !other.backchannel) reply.push(other);
    else if (!other.coach && !other.backchannel && (reply.length > 0 || i - line.index > 4)) break;
  }
  return reply;
}

/** What the client said in answer to a coach's line, until the coach takes the floor again. */
export function clientAnswer(view: SessionView, line: Line): Line[] {
  const answer: Line[] = [];
  for (let i = line.index + 1; i < view.lines.length && answer.length < 8; i++) {
    const other = view.lines[i];
    if (!other) break;
    if (other.coach) {
      if (!other.backchannel && (answer.length > 0 || i - line.index > 1)) break;
    } else if (!other.backchannel) answer.push(other);
  }
  return answer;
}

/** Place of a line in its session, 0 (first) .. 1 (last). */
export function position(view: SessionView, line: Line): number {
  return view.lines.length > 1 ? line.index / (view.lines.length - 1) : 0;
}

/** Content lines of the client within `radius` lines of `line`, itself included. */
export function clientNear(view: SessionView, line: Line, radius: number): Line[] {
  return view.lines
    .slice(Math.max(0, line.index - radius), line.index + radius + 1)
    .filter((other) => !other.coach && !other.backchannel);
}
