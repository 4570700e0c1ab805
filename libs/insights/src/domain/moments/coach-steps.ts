import type { SessionView } from '../session-view';
import { position } from '../session-view';
import { actionPhrase } from '../text/action-phrase';
import { resolved } from '../text/antecedents';
import { quoteAround, type Naming } from '../text/quotes';
import { bestTimePhrase } from '../text/time-phrase';
import { sentenceBounds, stepStems, unquoted, type Commitment } from './commitment';
import {
  ACCEPTS,
  ASSENTS,
  EMPHATIC,
  IN_SESSION,
  PRESCRIPTIONS,
  REFUSES,
  RELUCTANT,
  RESTATEMENT,
} from './commitment-language';

/** Steps in the coach's words: prescribed ones the client answered, and the client's own said back to them. */
export function coachSteps(view: SessionView, naming: Naming): Commitment[] {
  const found: Commitment[] = [];
  for (const line of view.coachContent) {
    const late = position(view, line) > 0.55;
    const answer = view.lines.slice(line.index + 1, line.index + 4).find((other) => !other.coach);
    if (!answer || REFUSES.test(answer.lower)) continue;
    const add = (match: RegExpMatchArray, restated: boolean, grade: number): void => {
      const at = match.index ?? 0;
      const verbAt = at + match[0].length;
      const before = line.lower.slice(Math.max(0, at - 40), at);
      // "What could you …" and "if you should …" ask or suppose; they set nothing.
      if (
        /\b(?:what|how|when|where|who|which|why|if|that|as|like|said|know|feel|think|whether|because|hope|sure|imagine)\s*(?:\w+\s+){0,2}$/.test(
          before,
        ) &&
        !(restated && /\b(?:what i've heard is|i've heard|hear|sounds like|so)\W*$/.test(before))
      )
        return;
      const phrase = actionPhrase(line.text.slice(verbAt), naming);
      if (!phrase || (IN_SESSION.test(phrase.phrase) && !restated)) return;
      if (restated && /^(?:see|feel|hear|know|notice|find|get|have|be|think|remember)\b/.test(phrase.phrase))
        return;
      const resolvedPhrase = resolved(view, line, phrase.phrase, [naming.name, naming.coach]);
      const { start, end } = sentenceBounds(line.lower, at);
      // A restatement lists several steps: a time belongs to the step it stands beside.
      const rest = line.lower.slice(verbAt, end);
      const next = rest.search(/\byou(?:'ll| will|'re going)\b/);
      const timeline =
        phrase.timeline ??
        bestTimePhrase(unquoted(line.text).slice(Math.max(start, at - 25), next < 0 ? end : verbAt + next))
          ?.text ??
        null;
      if ((grade === 1 && !(timeline ?? late)) || (grade === 2 && !(timeline && late))) return;
      const own = ACCEPTS.test(answer.lower);
      const assent = own || ASSENTS.test(answer.lower);
      if (restated ? !assent : !own && !answer.backchannel && answer.words > 8) return;
      const accepted = restated || (own && !RELUCTANT.test(answer.lower));
      found.push({
        phrase: resolvedPhrase,
        timeline,
        strength: restated ? 0.6 : accepted ? (EMPHATIC.test(answer.lower) ? 0.8 : 0.6) : own ? 0.35 : 0.15,
        origin: restated ? 'client' : 'coach',
        accepted,
        line: answer,
        quotes: [quoteAround(line, at), quoteAround(answer, 0)],
        stems: stepStems(resolvedPhrase),
        restated,
      });
    };
    for (const [grade, pattern] of PRESCRIPTIONS.entries())
      for (const match of line.lower.matchAll(pattern)) add(match, false, grade);
    if (late) for (const match of line.lower.matchAll(RESTATEMENT)) add(match, true, 0);
  }
  return found;
}
