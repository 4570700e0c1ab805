import { clientTurnAfter, clientTurnBefore, codeCertainty, position } from '../session-view';
import type { Line, SessionView } from '../session-view';
import { ASKS_PERMISSION, aboutClient, asksOpenly, asksQuestion, informs, reflects } from './cues';
import { moment } from './moment';
import type { Moment, Rule } from './moment';

function around(view: SessionView, line: Line): Pick<Moment, 'trigger' | 'response'> {
  return {
    trigger: clientTurnBefore(view, line).at(-1) ?? null,
    response: clientTurnAfter(view, line)[0] ?? null,
  };
}

const RECALLS =
  /\b(?:you do keep|you keep (?:saying|coming back|asking|returning)|i've heard (?:some version|you say that)|some version of (?:that|this|it)|in our (?:first|last|previous) (?:conversation|session)|in every (?:conversation|session)|(?:doing|do) the same job|(?:is there|are there) anywhere else|where else does|\w+ times out of \w+|you've asked (?:if|whether)|you asked me in|that's the \w+ and the \w+ and (?:now )?the \w+)\b/;
/** "There's the ask, then the drop, then the yes": a loop told in its steps. */
const LOOP =
  /\b(?:there's|so|first|before)\b.{3,90}\bthen\b.{3,90}\b(?:then|and now|you're left)\b|\byou (?:get|go) right up to\b.*\bthen you\b|\bsomebody asks\b.*\byou're left\b/;
const THEME =
  /\b(?:(?:i (?:notice|hear|heard|see|'m hearing|'m noticing)|there's|sounds like|seems like|this is) (?:\w+ ){0,4}(?:theme|pattern|thread|list|cycle|loop)|keeps? (?:coming (?:up|back)|showing up|happening|returning)|(?:second|third|fourth|another) time (?:today |now )?(?:you've|you|that)|come(?:s|n)? up (?:again|a few times|several times|a lot|more than once)|again and again|every time (?:you|it|that|this|someone|something)|same (?:thing|word|feeling|story) (?:again|as|each|every|that|with|comes|came|when|in)|you(?:'ve| have) (?:used|said|mentioned) (?:that|the|this) (?:word|phrase)?|in the past (?:and|you|it)|as (?:before|last time)|each time|whenever (?:you|it|that|someone|something)|that sounds like (?:two|three|four) reasons|has taken over|you've \w+ (?:this|that|it) \w+ (?:before )?in the past)\b/;

const themeDetection: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    const recalled =
      RECALLS.exec(line.plain) ??
      (reflects(line) >= 0.4 || !asksQuestion(line) ? LOOP.exec(line.plain) : null);
    if (recalled && aboutClient(line) && line.words >= 8 && informs(line) < 0.7)
      return [moment('F+theme', line, 0.72, { ...around(view, line), cue: recalled[0] })];
    if (!THEME.test(line.plain) || !aboutClient(line) || line.words < 8) return [];
    if (
      informs(line) >= 0.55 ||
      (asksQuestion(line) &&
        reflects(line) < 0.4 &&
        !/\b(?:pattern|theme|thread|loop|cycle)\b/.test(line.plain))
    )
      return [];
    const named =
      /\b(?:pattern|theme|thread|loop|cycle|keeps? coming|third time|again and again)\b/.test(line.plain) &&
      !/\b(?:pattern|cycle) of (?:use|sleep|eating)\b/.test(line.plain);
    return [
      moment('F+theme', line, named ? 0.74 : 0.56, {
        ...around(view, line),
        cue: THEME.exec(line.plain)?.[0] ?? null,
      }),
    ];
  });

const DRIVER =
  /\b(?:is how you (?:stay|get|keep|feel|know|cope)|(?:it|that|the \w+) (?:buys|bought|earns) you|keep(?:s|ing)? you (?:from|safe)|(?:really did )?keep you safe|kept you (?:safe|from)|can't (?:let you down|hurt you|catch you|touch you)|what does (?:the|that) part\b.*\bwant|before (?:they|anyone|anybody) can|(?:really |so |very |most |deeply )?(?:important|matters?|precious) (?:to|for) you|you (?:really |truly |deeply |do )?(?:value|care about|care (?:so |very )?(?:much|deeply)|long for|crave)|what you(?:'re)? (?:really|most|actually|truly)|(?:is|are) (?:really |actually )?about (?:being|feeling|wanting|not|your|having|belonging|control|safety|respect|freedom|trust)|underneath|at the (?:heart|root|core)|(?:deep|deeper) down|the (?:real|deeper) (?:reason|need|fear|thing)|because (?:you|you're|you've|part of you) (?:\w+ ){0,2}(?:want|need|care|value|believe|feel|a good|a kind|do(?:n't)? want)|the last thing you(?:'d)? want|identif(?:y|ied) as|you (?:want|need) to (?:be|feel) (?:seen|heard|safe|liked|needed|enough|good|in control|accepted|useful|a good|more accepted)|feel more (?:at home|accepted|safe|yourself|in control|connected)|keeps you safe|protects you|it(?:'s| is) (?:your|the) way (?:of|to)|valuing|worth it because|wanting to be (?:healthy|a good|there)|helps you (?:just )?(?:unwind|relax|cope|feel|get through)|(?:main|real) reason that you|so that you (?:can|could) (?:feel|be|have)|at stake for you|what's driving|pushing you (?:in)?to|that's (?:\w+ )*(?:self worth|belonging|fear of))\b/;

const nameCoreDriver: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    if (!DRIVER.test(line.plain) || !aboutClient(line) || line.words < 5) return [];
    if (informs(line) >= 0.55 || asksOpenly(line)) return [];
    let certainty = 0.54;
    if (reflects(line) >= 0.55) certainty += 0.12;
    if (codeCertainty(line, 'reflection_complex') >= 0.5) certainty += 0.06;
    if (asksQuestion(line) && reflects(line) < 0.5) certainty -= 0.18;
    if (line.words > 60) certainty -= 0.14;
    if (/\b(?:scal(?:e|ing)|ruler)\b/.test(line.plain)) certainty -= 0.2;
    return [
      moment('F+driver', line, certainty, {
        ...around(view, line),
        cue: DRIVER.exec(line.plain)?.[0] ?? null,
      }),
    ];
  });

const SUMMARISES =
  /\b(?:let me (?:just )?(?:make sure|see if|check|summari[sz]e|play|try to)|to summari[sz]e|to sum up|summing up|in summary|putting (?:this|that|it all) together|so what i'm hearing|what i(?:'ve| have)? (?:hear|heard|'m hearing) (?:so far|is|from you)|if i(?:'ve)? (?:understand|understood|heard|got)|you(?:'ve| have)? (?:also )?mentioned|earlier you|you (?:said|told me|mentioned) (?:earlier|before|at the (?:start|beginning))|i (?:also )?heard you|i'm hearing (?:that )?(?:there are|you|several|this)|when you put|step(?:ping)? back|looking at (?:all|the whole)|all of (?:this|that)|these (?:things|pieces|moments)|bigger picture|stepping back)\b/;

/** Pieces of the client's account that one utterance links. */
function linkedPieces(line: Line): number {
  return (
    line.plain.match(
      /\b(?:and|because|so|but|when|which|while|yet)\b(?= (?:\w+ ){0,3}(?:you|you're|you've|your|it|that|this))/g,
    )?.length ?? 0
  );
}

const DEFINITE_SUMMARY =
  /\b(?:let me (?:just )?(?:make sure|see if|check (?:that )?i|summari[sz]e|play (?:that|this|it) back|try (?:and|to) (?:put|pull|sum))|(?:put|putting|pull|pulling) (?:some of |all of )?(?:this|that|it|these|those) together|to summari[sz]e|to sum up|summing up|in summary|what i(?:'ve| have)? (?:hear|heard|'m hearing) (?:so far|is|from you)|does that capture|did i (?:get|miss) (?:that|anything|it)|your list is|stepping back|having said all that|bigger picture|when i put (?:this|that|it) together)\b/;

const reframeToMeta: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    if (
      line.words < 18 ||
      !aboutClient(line) ||
      /\b(?:you'll|your next step|heard you decide)\b/.test(line.plain) ||
      /\b(?:ruler|scale)\b/.test(line.plain)
    )
      return [];
    const definite = DEFINITE_SUMMARY.test(line.plain);
    const cue = definite || SUMMARISES.test(line.plain);
    const reflective = reflects(line);
    if (informs(line) >= 0.6 && !definite) return [];
    if (reflective < 0.45 && !definite) return [];
    // Both sides set against each other are a tension named, not a summary.
    if (!definite && /\b(?:other hand|but as you|but you)\b/.test(line.plain)) return [];
    let certainty = 0.34;
    if (definite) certainty += 0.26;
    else if (cue) certainty += 0.06;
    if (line.words >= 35) certainty += 0.06;
    if (line.words >= 55) certainty += 0.08;
    if (linkedPieces(line) >= 3) certainty += 0.05;
    if (codeCertainty(line, 'reflection_complex') >= 0.5) certainty += 0.06;
    if (asksQuestion(line) && !definite) certainty -= 0.08;
    if (position(view, line) < 0.2) certainty -= 0.15;
    if (
      /\b(?:i'd like you|recommend|you should|you need to|insurance|i'm not here|my job)\b/.test(line.plain)
    )
      certainty -= 0.2;
    return [
      moment('F+meta', line, certainty, {
        ...around(view, line),
        cue: SUMMARISES.exec(line.plain)?.[0] ?? null,
      }),
    ];
  });

const surfaceParroting: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (line.words < 4 || line.words > 14 || codeCertainty(line, 'reflection_simple') < 0.5) continue;
    const before = clientTurnBefore(view, line);
    const said = before.at(-1);
    if (!said || said.words < 25) continue;
    const words = new Set(said.plain.split(' '));
    const own = line.plain.split(' ').filter((word) => word.length > 3 && !words.has(word));
    if (own.length > 0) continue;
    const response = clientTurnAfter(view, line)[0] ?? null;
    found.push(moment('F-parroting', line, 0.5, { trigger: said, response }));
  }
  return found;
};

/** Content words a client comes back to, for the rules that ask whether the coach noticed. */
function stem(word: string): string {
  return word.replace(/(?:ing|ed|es|s|ly)$/, '');
}
const COMMON = new Set(
  'really thing things think going want know just like feel would could something anything because about there their what when with that this have been maybe okay well good time people doing make getting right much more some other always never kind little through still even into them they your from were then than over back only work week year days today'
    .split(' ')
    .map(stem),
);

function returningWord(view: SessionView): { word: string; lines: Line[] } | null {
  const byWord = new Map<string, Line[]>();
  for (const line of view.clientLines) {
    if (codeCertainty(line, 'struggle') < 0.5 && codeCertainty(line, 'emotion') < 0.5) continue;
    for (const word of new Set(
      line.plain
        .split(' ')
        .filter((part) => part.length > 4)
        .map(stem),
    )) {
      if (COMMON.has(word)) continue;
      byWord.set(word, [...(byWord.get(word) ?? []), line]);
    }
  }
  let best: { word: string; lines: Line[] } | null = null;
  for (const [word, lines] of byWord) {
    if (lines.length >= 4 && (!best || lines.length > best.lines.length)) best = { word, lines };
  }
  return best;
}

const themeAvoidance: Rule = (view) => {
  const theme = returningWord(view);
  if (!theme) return [];
  const heard = view.coachLines.some(
    (line) => !asksQuestion(line) && line.plain.split(' ').some((word) => stem(word) === theme.word),
  );
  const last = theme.lines.at(-1);
  const reply = last && view.coachLines.find((line) => line.index > last.index && !line.backchannel);
  if (heard || !last || !reply) return [];
  return [moment('F-theme_avoid', reply, 0.52, { trigger: last, response: null })];
};

const CLOSING = /\b(?:bye|goodbye|thanks|thank you|see you|nice to|take care|good day|welcome)\b/;

/** Once a session: a whole conversation in which the coach never put two things together. */
const reactiveOnly: Rule = (view) => {
  const moves = view.coachLines.filter((line) => !line.backchannel && line.words >= 4);
  const told = view.clientLines.filter((line) => line.words >= 12).length;
  if (moves.length < 8 || told < 3) return [];
  // A coach who asks leave and offers choices is doing something else well; this finding is for none of that.
  if (moves.some((line) => ASKS_PERMISSION.test(line.plain))) return [];
  const linking = moves.filter(
    (line) =>
      codeCertainty(line, 'reflection_complex') >= 0.5 ||
      (SUMMARISES.test(line.plain) && informs(line) < 0.6) ||
      DRIVER.test(line.plain),
  ).length;
  const reflecting = moves.filter((line) => reflects(line) >= 0.5).length / moves.length;
  const telling = moves.filter((line) => informs(line) >= 0.5).length / moves.length;
  if (linking / moves.length > 0.06 || reflecting > 0.22) return [];
  const last = moves.findLast((line) => line.words >= 8 && !(CLOSING.test(line.plain) && line.words < 14));
  if (!last) return [];
  const client = view.clientLines.filter((line) => line.index < last.index && !line.backchannel);
  const trigger = client.toSorted((a, b) => b.words - a.words)[0] ?? null;
  return [moment('F-reactive', last, 0.5 + Math.min(0.2, telling * 0.4), { trigger })];
};

/** F: Find the pattern. */
export const findThePatternRules: readonly Rule[] = [
  themeDetection,
  nameCoreDriver,
  reframeToMeta,
  surfaceParroting,
  themeAvoidance,
  reactiveOnly,
];
