import { clientTurnAfter, clientTurnBefore, codeCertainty, sessionStyle } from '../session-view';
import type { Line, SessionView } from '../session-view';
import { plain } from '../text/plain';
import { ASKS_PERMISSION, CLIENT_ASKS_ADVICE, asksOpenly, asksQuestion, informs, reflects } from './cues';
import { moment, strongest } from './moment';
import type { Moment, Rule } from './moment';

function around(view: SessionView, line: Line): Pick<Moment, 'trigger' | 'response'> {
  return {
    trigger: clientTurnBefore(view, line).at(-1) ?? null,
    response: clientTurnAfter(view, line)[0] ?? null,
  };
}

const INVITES: readonly [RegExp, number][] = [
  [
    /\b(?:what would be (?:a )?(?:good|most|best|useful|helpful|the best|worth)|which \w+ (?:do|would) you (?:want|like)|what would you like to do|what else do you want|what do you want to (?:take|do)|what does (?:success|not \w+ \w+ twice|that) look like (?:to|for) you|you're saying (?:that|it) was worth it|what(?:'s| is) different$)\b/,
    0.78,
  ],
  [
    /\bwhat (?:would|will|could|might) (?:\w+ ){0,2}?(?:help|make it|it take|need to (?:happen|change)|have to happen|get you)\b/,
    0.82,
  ],
  [/\bwhat(?:'s| is| are)? (?:going to |gonna )?(?:help|get) you\b/, 0.74],
  [
    /\bwhat (?:do|did|would|are) you (?:want(?!ing)|like to (?:talk|work|focus|do|get|see|explore|have|happen)|going to do|choose|prefer|hope|want to do|need(?! to know))\b/,
    0.78,
  ],
  [
    /\b(?:what (?:do|would) you (?:think|feel|say) (?:\w+ ){0,3}(?:you want|you need|you could|you would|you might|would (?:help|work|be))|what (?:are|would be) (?:some|the|your)(?: other)? (?:ways?|options|choices|steps|ideas)|which (?:one|of (?:those|these|them)|option|way)|if you (?:were to|had to|could) (?:pick|choose|decide))\b/,
    0.78,
  ],
  [
    /\b(?:where (?:would|do) you (?:like|want) to (?:start|begin|go|take)|what would you like (?:us |me )?to|what (?:ideas|options|thoughts) (?:do|have) you (?:have|had|got)?|how would you like to|how do you want to|what(?:'s| is) one thing .{0,60}(?:change|like|want)|what (?:feels|seems|sounds) (?:right|best|most|like the)|what matters most|what (?:have you got|do you have) in mind|have you (?:got )?something in mind|whatever (?:it is )?you'd like to talk|is there anything (?:that )?you'd like to (?:talk|discuss|work|focus))\b/,
    0.76,
  ],
  [
    /\b(?:what (?:other|else|are some) (?:ways?|options)|how (?:would|will) you know|how might you|what would you want to be different|what does (?:success|good|better) look like|what do you see as|what works (?:best )?for you)\b/,
    0.72,
  ],
];

const inviteDecisions: Rule = (view) => {
  const style = sessionStyle(view);
  const gathering = style.moves >= 6 && style.reflecting < 0.1 ? 0.15 : 0;
  return view.coachLines.flatMap((line) => {
    if (line.words < 4 || /\bfor fun\b/.test(line.plain)) return [];
    if (DIRECTIVE.test(line.plain) || HEDGED_ADVICE.test(line.plain)) return [];
    const best = strongest(INVITES, line.plain);
    if (!best) return [];
    const asks = (asksQuestion(line) ? 0.04 : -0.14) - gathering;
    return [moment('H+invite_decision', line, best.weight + asks, { ...around(view, line), cue: best.cue })];
  });
};

const STRESSES_CHOICE =
  /\b(?:(?:it's|it is|that's|that is|totally|entirely|completely|really) (?:\w+ )?(?:up to you|your (?:choice|call|decision))|up to you|you get to (?:decide|choose|pick|say)|only you (?:can|know)|(?:you're|you are) (?:the one who (?:decides|chooses|knows)|the expert|in the driver's seat|in charge|free to)|in the driver's seat|you don't have to (?:do (?:it|that|anything)|decide|choose|answer)|you (?:can|may) (?:decide|choose|pick)|not here to tell you what|i won't tell you what|no pressure|take what(?:'s| is) useful|you know (?:yourself|your|this) (?:\w+ )?(?:best|better)|only if you (?:want|like|feel)|we don't have to|you don't have to go there|(?:it's|that's) (?:also |quite )?fine if (?:not|you)|yours to (?:\w+ ){0,3}(?:go|take|decide|choose|make|keep)|(?:it's|it is|that's) your (?:list|pencil|time|session|call|choice|decision|goal|life|story to)|if you(?:'d| would) sooner|or is it enough|can we (?:go|come) back (?:there|to that)|whatever you (?:decide|choose|do about|do with)|what you do with (?:that|this|it)|if you decide you)\b/;
const SEEKS_CONSENT =
  /\b(?:(?:would|are|were) you (?:be )?(?:willing|open)(?! to see one)|something (?:that )?you'd be willing|would you like (?:some|to hear|me to|to come|to try|any)|can i also ask you)\b/;

const AGENCY: readonly [RegExp, number][] = [
  [/\b(?:what|which|would|do) (?:\w+ ){2,12}if anything$|\bif you want (?:it|that|to) on\b/, 0.72],
  [STRESSES_CHOICE, 0.86],
  [ASKS_PERMISSION, 0.84],
  [SEEKS_CONSENT, 0.62],
];

const agencyLanguage: Rule = (view) =>
  view.coachLines.flatMap((line) => {
    const match = strongest(AGENCY, line.plain);
    if (!match) return [];
    let certainty = match.weight;
    // "…if that's all right" tagged on to a long briefing informs; it does not hand anything back.
    if (
      line.words > 60 &&
      /\bif (?:it's|that's) (?:all right|alright|okay|ok)(?: with you)?$/.test(line.plain)
    )
      certainty -= 0.3;
    return [moment('H+agency', line, certainty, { ...around(view, line), cue: match.cue })];
  });

const EXPLORES =
  /\b(?:tell me (?:more|a (?:bit|little)|about|what)|say (?:a bit |a little )?more|what (?:else|makes|made|got|was it|is it|about|are some|are the|do you (?:like|enjoy|think|make|see|know|mean|miss)|did you (?:like|learn|notice|enjoy)|have you (?:noticed|learned)|would (?:it|that|be|happen)|does that|kind of|sort of|were some|strengths|concerns)|what's (?:good|important|the|it|that|behind|underneath|stopping|getting)|how (?:come|is it|is that|does|did|do you (?:think|see|imagine|make)|would|important|has|are)|why (?:not|a|is|it|do|did|are|you|that|this|now)|can you (?:tell|describe|give|think)|i'm (?:wondering|curious|interested)|i wonder|describe|give me an example|walk me through|help me understand|when was the time|what your (?:thoughts|sense)|in what way|any other (?:reasons|downsides|thoughts))\b/;
const FACT_FINDING =
  /\b(?:what(?:'s| is| are) the (?:fees?|date|time|cost|price|salary|number|plan for)|what is it now|how did you get (?:here|on)|a (?:little )?bit about yourself|a little about yourself|how that happened|what happened exactly|what do you think (?:is the most|you'll study|about that$)|what about (?:at )?(?:these|your friends)|how did (?:your|the) (?:doctor|boss)|how (?:much|many|often|long|old|far|are you(?: doing)?|was your day|do you (?:take|store))|what (?:time|day|date|gym|grades|classes|hobbies|school|college|medication|questions|period|brand|did (?:the|your) doctor)|do you (?:use|drink|smoke|take|have any (?:questions|children|kids))|where do you (?:store|live|work)|your name|when did you (?:start|last)|what(?:'s| is) (?:going on with|been going on|your (?:name|job|plan))|any questions|other questions|like to do for fun|what are your plans)\b/;
const LOADED =
  /\b(?:i wonder (?:about \w+ing|if you could|whether you could)|don't you|can't you|wouldn't you|shouldn't you|isn't it|do you realise|do you realize|do you know (?:what|that|how)|did you know|why did you get|why would you)\b/;

const curiosityOverAdvice: Rule = (view) => {
  const style = sessionStyle(view);
  return view.coachLines.flatMap((line) => {
    if (line.words < 4 || LOADED.test(line.plain)) return [];
    const open = asksOpenly(line);
    const cue = EXPLORES.exec(line.plain);
    if (!cue || (!open && !/^(?:tell|say|can you|describe|i'm|i wonder|walk|help|give)/.test(cue[0])))
      return [];
    if (FACT_FINDING.test(line.plain)) return [];
    if (informs(line) >= 0.6 && line.words > 45) return [];
    if (
      !asksQuestion(line) &&
      !/^(?:\w+ ){0,4}(?:tell me|say|i'm (?:curious|wondering)|i wonder|help me|walk me|give me)/.test(
        line.plain,
      )
    )
      return [];
    let certainty = 0.66;
    // Questions in a session that only tells and asks for facts gather data; they hand nothing back.
    if (style.moves >= 6 && style.reflecting < 0.1) certainty -= 0.16;
    else if (style.moves >= 6 && style.telling > 2 * style.reflecting) certainty -= 0.05;
    const before = clientTurnBefore(view, line);
    const after = clientTurnAfter(view, line);
    if (open && codeCertainty(line, 'question_open') >= 0.6) certainty += 0.06;
    if (
      /\b(?:tell me|what else|why (?:not )?a|rather than|curious|wonder|good about|not so good|like about|enjoy|downsides|reasons|thoughts|how come|describe|example|past)\b/.test(
        line.plain,
      )
    )
      certainty += 0.1;
    if (
      after.some(
        (part) =>
          codeCertainty(part, 'change_talk') >= 0.6 ||
          codeCertainty(part, 'insight') >= 0.6 ||
          part.words >= 25,
      )
    )
      certainty += 0.05;
    if (before.length === 0) certainty -= 0.15;
    if (line.plain.split(' ').length < 5) certainty -= 0.06;
    return [
      moment('H+curiosity', line, certainty, {
        trigger: before.at(-1) ?? null,
        response: after[0] ?? null,
        cue: cue[0],
      }),
    ];
  });
};

/** The coach takes a step back and says so: a repair, never a second fault. */
const OWNS_LAPSE =
  /\b(?:i (?:got ahead|jumped in|jumped ahead|went off|moved us on|gave you|asked you about|wasn't listening|was rushing|tidied|let us finish)|i've (?:gone and|just (?:told|made|given|jumped))|i'm sorry|sorry i|that was mine|that's mine|listened back)\b/;

const HEDGED_ADVICE =
  /\b(?:(?:maybe|perhaps|possibly) (?:you )?(?:could|should|can|just|need|might|what you really need)|(?<!things |what |if |products |that |think )you (?:could (?:also |always |maybe |probably |just |like )*(?:try|start|do|ask|write|call|talk|go|make|take|put|set|look|ride|tell|say|join|book|walk|find|have a (?:chat|word|talk|look|go))|(?:might|may) want to (?!be)|might try)|(?:have you|did you) (?:thought (?:about|of)(?! (?:that|it|this)\b)|consider(?:ed)?|tried)|why don't you|why not (?:just )?try|what if you|how about (?:you|if you|trying)|(?:i|i'd|i would) suggest (?!you're)|my (?:advice|suggestion|tip)|(?:it |that )?might (?:not )?be (?:a )?(?:bad idea|good idea|helpful|worth|useful)|might be worth|you just need to maybe|if i were you|what i would do|that's what i do|what (?:worked|works) for me|one thing you (?:could|can)|you might have to|i think that we should)\b/;
const DIRECTIVE =
  /\b(?:you (?:really |just |probably |definitely |also |do |obviously )*(?:need to|should(?:n't)?|have to|have got to|'ve got to|got to|must|ought to|better)|you've (?:just )?got to|you'd be better off|you shouldn't be|make sure (?:you|that you) (?!don't)|what you (?:really )?need to do|i (?:really )?(?:want|need) you to (?:stop|quit|start|do|go|make|take|call|write|try|talk)|you are going to (?:have|need) to|my recommendation is|just (?:take|do|stop|quit|go|try)|i (?:really )?think you (?:really )?(?:need|should|ought)|i (?:just )?wish you(?:'d| would)|i hope you (?:really )?(?:listen|consider)|you should just)\b/;
const NOT_DIRECTIVE =
  /\b(?:(?:that|which|where) you (?:need|should|have|must)|you (?:just |really |do )?(?:need|have) to (?:understand|know|keep in mind|remember|realise|realize|be aware|stick)|says? you|saying you|you should be (?:proud|able|driving)|you(?:'ve)? (?:do|got) have to|you don't (?:need|have) to|do you (?:need|have) to|(?:what|why|how|when|where) (?:do|would|did|should) you|you (?:said|think|feel|felt|mentioned|know|believe) (?:\w+ ){0,4}you (?:need|should|have|had|must)|feel(?:s|ing)? (?:like )?you (?:should|have to|need)|you (?:would|might|will|may) (?:need|have) to|if you (?:need|have|should|notice|get|use)|what you|as long as you|you should (?:call|take one|experience|notice)|you need to (?:be here|know)|need to be (?:here|there) (?:need|have) to)\b/;

function permissionNear(view: SessionView, line: Line): boolean {
  const recent = view.coachLines.filter(
    (other) => other.index <= line.index && line.index - other.index <= 6,
  );
  return recent.some((other) => ASKS_PERMISSION.test(other.plain));
}

/** Suggestions that are plain from their words alone, whatever the coder makes of the line. */
const PLAIN_SUGGESTION =
  /\b(?:have you (?:thought (?:about|of)|considered|tried) \w+ing|have you updated|what you could do is|here's what (?:i've seen work|works)|you could (?:offer|ask|tell (?!me)|say|take (?:her|him|them)|try|start)|do you know what i think|there's a (?:\w+[ -])?(?:\w+ )?(?:script|book|exercise|technique|framework|app|method)|i'd (?:cut|open with|get|start with|put|keep|go with|drop|ask (?:him|her|them)|say to|tell (?:him|her|them))|if i were you|it's a really (?:lovely|good) exercise)\b/;
/** A sentence that starts with a bare imperative: "Try a notepad by the bed." */
const IMPERATIVE =
  /(?:^|[.!]\s+|\bokay,? |\bwell,? )(?:just )?(?:try|do it|write (?:it|that|him|her|them) down|get a|get another|send (?:her|him|them|it)|put it|go to|stop|cut|film|bring the|make a list)\b/i;
const PLAIN_DIRECTIVE =
  /\b(?:what you should do|i(?:'m| am)? (?:really |strongly |going to )*recommend|you (?:really |just |definitely )?(?:should|must|need to)|you want (?:her \w+ on|ten at the|to start with)|(?:i want you to|i(?:'d| would) like you to) (?!know|understand|be|tell|think|feel|hear|imagine|notice|keep)|do it with|make sure you (?!don't))/;

const adviceRules: Rule = (view) => {
  const found: Moment[] = [];
  for (const line of view.coachLines) {
    if (line.words < 4 || line.backchannel) continue;
    const asked = clientTurnBefore(view, line).some((part) => CLIENT_ASKS_ADVICE.test(part.plain));
    if (asked || permissionNear(view, line)) continue;
    if (reflects(line) >= 0.7 && informs(line) < 0.5) continue;
    if (STRESSES_CHOICE.test(line.plain) || OWNS_LAPSE.test(line.plain)) continue;
    const support = (codeCertainty(line, 'advice') >= 0.5 ? 0.1 : 0) + (informs(line) >= 0.5 ? 0.04 : -0.08);
    const place = around(view, line);
    const suggestion = PLAIN_SUGGESTION.exec(line.plain) ?? HEDGED_ADVICE.exec(line.plain);
    const directive = NOT_DIRECTIVE.test(line.plain)
      ? null
      : (PLAIN_DIRECTIVE.exec(line.plain) ?? DIRECTIVE.exec(line.plain));
    const imperative = asksQuestion(line) ? null : IMPERATIVE.exec(line.text);
    if (suggestion) {
      const base = PLAIN_SUGGESTION.test(line.plain) ? 0.7 : 0.62;
      found.push(
        moment('H-preemptive_advice', line, base + Math.max(support, base > 0.65 ? -0.02 : -1), {
          ...place,
          cue: suggestion[0],
        }),
      );
    }
    if (directive && !(asksQuestion(line) && !PLAIN_DIRECTIVE.test(line.plain))) {
      const base = PLAIN_DIRECTIVE.test(line.plain) ? 0.7 : 0.62;
      found.push(moment('H-directed', line, base + support, { ...place, cue: directive[0] }));
    } else if (imperative && !suggestion && informs(line) >= 0.35) {
      found.push(
        moment('H-preemptive_advice', line, 0.66 + Math.max(0, support), {
          ...place,
          cue: plain(imperative[0]),
        }),
      );
    }
  }
  return found;
};

const TAKES_OVER =
  /\b(?:what i think the real (?:goal|issue|problem) is|i think what this is really about|it would be a (?:real |great )?shame if you|that's (?:going to be )?your goal|i(?:'m| am) going to (?:write|put) (?:down|it down)|write (?:it |this )?down (?:then )?that you|what we need to do (?:then|here|now) is|we need to (?:kind of )?talk about some goals|i think you're wrong|i'd (?:really )?(?:hate|like) to see you|i hate to see you|i really want you to|what i want (?:for you|you to (?!know))|the goal (?:here|for today|should)|we should come up with a plan|i wish you would|i(?:'ve| have) decided|let's make (?:that|it) your goal|i'd rather you|i think a better goal|i don't think that's (?:the|your) real|i'm setting you)\b/;

const goalTakeover: Rule = (view) =>
  view.coachLines.flatMap((line) =>
    TAKES_OVER.test(line.plain) && !asksOpenly(line)
      ? [
          moment('H-goal_takeover', line, 0.72, {
            ...around(view, line),
            cue: TAKES_OVER.exec(line.plain)?.[0] ?? null,
          }),
        ]
      : [],
  );

/** H: Hand back ownership. */
export const handBackOwnershipRules: readonly Rule[] = [
  inviteDecisions,
  agencyLanguage,
  curiosityOverAdvice,
  adviceRules,
  goalTakeover,
];
