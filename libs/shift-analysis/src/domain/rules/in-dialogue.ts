import type { Line, SessionView } from '../session-view';
import { contentStems } from '../text/plain';
import type { Moment } from './moment';

/**
 * Moves that take up what the client said. In a real conversation they share at least a word with what went before;
 * when they do not, the moment may have been read out of its place.
 */
const TAKES_UP = new Set([
  'S+label_feeling',
  'I+tension',
  'I+values_check',
  'F+theme',
  'F+driver',
  'F+meta',
  'T+reflect_decision',
]);

/** How far back a reflection may reach, in client lines; a summary may reach further. */
const REACH = 6;
const SUMMARY_REACH = 30;

function sharesContent(view: SessionView, moment: Moment): boolean {
  const reach = moment.code === 'F+meta' || moment.code === 'F+theme' ? SUMMARY_REACH : REACH;
  const before = view.clientLines
    .filter((line) => line.index < moment.move.index && !line.backchannel)
    .slice(-reach);
  const heard = new Set(before.flatMap((line) => contentStems(line.plain)));
  return [moment.move, ...moment.moreMoves].some((line) =>
    contentStems(line.plain).some((stem) => heard.has(stem)),
  );
}

const near = (view: SessionView, line: Line, step: 1 | -1): boolean =>
  [1, 2].some((distance) => view.lines[line.index + step * distance]?.coach === false);

/**
 * What the order of the conversation adds to or takes from an excellence moment: a coach's good move answers the
 * client, takes up the client's words and is answered. Negative or zero; growth moments have their own conditions.
 */
export function orderPenalty(view: SessionView, moment: Moment): number {
  if (moment.code.charAt(1) !== '+') return 0;
  let penalty = 0;
  const first = moment.moreMoves.reduce((a, line) => (line.index < a.index ? line : a), moment.move);
  const opensSession = first.index < 3;
  if (!opensSession && !near(view, first, -1)) penalty -= 0.2;
  if (moment.move.index < view.lines.length - 2 && !near(view, moment.move, 1)) penalty -= 0.2;
  if (TAKES_UP.has(moment.code) && !sharesContent(view, moment)) penalty -= 0.1;
  return penalty;
}
