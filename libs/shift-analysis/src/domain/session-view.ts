import type { CodedSession, CodedUtterance, UtteranceCodeName } from '@app/utterance-coding';
import { plain, wordCount } from './text/plain';

/** One utterance with what the rules ask of it again and again. */
export interface Line {
  utterance: CodedUtterance;
  /** Position in `SessionView.lines`. */
  index: number;
  seq: number;
  coach: boolean;
  text: string;
  plain: string;
  words: number;
  /** "Mm-hmm", "Okay, right": holds no floor and carries no content. */
  backchannel: boolean;
}

/** The session as an exchange between coach and client; utterances of others are left out. */
export interface SessionView {
  lines: Line[];
  coachLines: Line[];
  clientLines: Line[];
}

const BACKCHANNEL =
  /^(?:(?:yeah|yes|yep|yup|yea|okay|ok|right|sure|exactly|uh|huh|oh|no|all|true|absolutely|definitely|certainly|great|good|fine|got it|i see|cool|wow|alright|really|i guess(?: so)?|perfect|thank you|thanks|bye|hi|hello|hey|well|so|and|of course|that's right|go on|nice|very)(?: |$))*$/;

/** Longest text, in characters, that rules read whole; of a longer one they read the beginning and the end. */
const READ_WHOLE = 6_000;

function withinReach(text: string): string {
  return text.length <= READ_WHOLE ? text : `${text.slice(0, READ_WHOLE / 2)} ${text.slice(-READ_WHOLE / 2)}`;
}

/** Builds the view. Utterances keep their order in the array; sequence numbers are only names. */
export function viewSession(session: CodedSession): SessionView {
  const lines: Line[] = [];
  for (const utterance of session.utterances) {
    if (utterance.speakerType === 'other') continue;
    const words = wordCount(utterance.text);
    if (words === 0) continue;
    const form = plain(withinReach(utterance.text));
    lines.push({
      utterance,
      index: lines.length,
      seq: utterance.sequenceNumber,
      coach: utterance.speakerType === 'coach',
      text: utterance.text,
      plain: form,
      words,
      backchannel: words <= 6 && BACKCHANNEL.test(form),
    });
  }
  return {
    lines,
    coachLines: lines.filter((line) => line.coach),
    clientLines: lines.filter((line) => !line.coach),
  };
}

/** Certainty of a code on a line, 0 when it was not given. */
export function codeCertainty(line: Line, code: UtteranceCodeName): number {
  return line.utterance.codes.find((entry) => entry.code === code)?.certainty ?? 0;
}

/**
 * What the client said just before a coach's line: the client's lines with content since the coach last held the
 * floor. A coach who goes on after a mere "mm-hmm" still answers what stood before that.
 */
export function clientTurnBefore(view: SessionView, line: Line): Line[] {
  const turn: Line[] = [];
  for (let i = line.index - 1; i >= 0 && line.index - i <= 24; i--) {
    const other = view.lines[i];
    if (!other || turn.length >= 8) break;
    if (other.backchannel) continue;
    if (!other.coach) turn.unshift(other);
    else if (turn.length > 0) break;
  }
  return turn;
}

/** What the client answered right away: client lines after the coach's line until the coach takes the floor again. */
export function clientTurnAfter(view: SessionView, line: Line): Line[] {
  const turn: Line[] = [];
  let spoke = false;
  for (const other of view.lines.slice(line.index + 1, line.index + 16)) {
    if (other.coach) {
      // The coach may finish the thought in a second utterance before the client has said anything.
      if (!other.backchannel && spoke) break;
      continue;
    }
    spoke = true;
    if (!other.backchannel) turn.push(other);
    if (turn.length >= 6) break;
  }
  return turn;
}

/** The coach's reply to a client's line: coach lines with content until the client takes the floor again. */
export function coachReply(view: SessionView, line: Line): Line[] {
  const reply: Line[] = [];
  for (let i = line.index + 1; i < view.lines.length; i++) {
    const other = view.lines[i];
    if (!other) break;
    if (!other.coach) {
      if (!other.backchannel) break;
      continue;
    }
    if (!other.backchannel) reply.push(other);
    if (reply.length >= 3) break;
  }
  return reply;
}

/** How the coach works over the whole session, as shares of the coach's utterances with content, 0..1. */
export interface SessionStyle {
  reflecting: number;
  telling: number;
  moves: number;
}

/** Read by rules whose words mean different things in an inquiry and in an interrogation. */
export function sessionStyle(view: SessionView): SessionStyle {
  const moves = view.coachLines.filter((line) => !line.backchannel && line.words >= 4);
  const share = (test: (line: Line) => boolean) =>
    moves.length === 0 ? 0 : moves.filter(test).length / moves.length;
  return {
    moves: moves.length,
    reflecting: share((line) => (line.utterance.behaviour?.reflection ?? 0) >= 0.5),
    telling: share((line) => (line.utterance.behaviour?.input ?? 0) >= 0.5),
  };
}

/** Joined comparison form of several lines. */
export function plainOf(lines: readonly Line[]): string {
  return lines.map((line) => line.plain).join(' ');
}

/** Position of a line in its session, 0 (first) .. 1 (last). */
export function position(view: SessionView, line: Line): number {
  return view.lines.length > 1 ? line.index / (view.lines.length - 1) : 0;
}
