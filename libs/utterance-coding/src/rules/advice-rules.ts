import { splitSentences } from '../text/sentences';

/**
 * Plain advice. AnnoMI is mostly good practice and shows too few examples of it for the models to learn, so the
 * clearest wordings are rules: a sentence that tells the client what to do, is no question, and is not the coach
 * giving back what the client or others said.
 */
const OPENING =
  '^(?:[-–—\\s]*(?:so|well|and|but|okay|ok|look|listen|now|then|honestly|maybe|um|uh|yeah|yes|right|alright|i mean|i think|i really think|i would say|in that case|for now)[,\\s]+)*';

const DIRECT: readonly RegExp[] = [
  new RegExp(
    `${OPENING}(?:you (?:really |just |also |probably |definitely |first )*(?:should|shouldn['’]?t|ought to|need to|had better|must (?!be|have|feel|like|really))|you['’]d better)\\b`,
    'iu',
  ),
  new RegExp(
    `${OPENING}(?:just |please |simply |first |always |never )+(?:block|tell|try|stop|start|say|do|don['’]?t|go|call|talk|take|write|ask|get|make|keep|let|set|put|give|send|be|use|quit|remember|focus|ignore|forget|delegate|schedule|book|read|plan|practi[cs]e|leave)\\b`,
    'iu',
  ),
  new RegExp(
    `${OPENING}(?:try|stop|start|make sure|remember to|don['’]?t (?:worry|think|let|be|forget|do)|go (?:and|to|ahead)|talk to|tell (?:your|him|her|them)|write (?:down|it|them)|ask your|focus on|set (?:a|up|your)|take (?:a|the|your|some))\\b(?! (?:me|us)\\b)`,
    'iu',
  ),
  /\b(?:what you (?:should|need to|have to|ought to) do is|i(?:['’]d| would) (?:strongly |really |highly |definitely )?(?:suggest|recommend|advise)|i (?:strongly |really |highly )?(?:suggest|recommend|advise) (?:you|that you|trying|taking|going|to)|my (?:advice|recommendation|suggestion) (?:is|would be)|i(?:['’]d| would)? (?:want|need) you to|i (?:really )?think you (?:should|need to|ought to|have to)|if i were you|you(?:['’]d| would) be better off|you could (?:just |always |also |maybe |perhaps )*(?:try|start|ask|talk|go|use|set|take|write|call|tell (?!me))|you (?:might|may) (?:want to|consider|try)|the best thing (?:to do |for you )?(?:is|would be) to)\b/iu,
];

const SUGGESTING_QUESTION =
  /\b(?:why don['’]?t you (?!tell|start|begin|fill|describe|share|say|walk|have|take me)|have you (?:tried|considered|thought (?:about|of)) (?:just |maybe )?[a-z]+ing\b|what if you (?:just|tried|started|asked|told|went)|how about (?:you |just )?(?:trying|try|starting|start|going|taking)|couldn['’]?t you just|shouldn['’]?t you|can['’]?t you just)/iu;

const GIVEN_BACK =
  /\b(?:you(?:['’]re| are) (?:saying|telling|thinking|feeling)|you (?:said|say|mentioned|feel|felt|think|thought|told|know|want|wanted)|sounds? like|seems? like|hear(?:ing)?|they|she|he|people|somebody|someone|part of you)\b/iu;

/** How sure it is that the coach advises or directs: 0 when no rule fires. A suggestion put as a question counts less. */
export function adviceCertainty(text: string): number {
  let certainty = 0;
  for (const sentence of splitSentences(text)) {
    if (sentence.text.includes('?')) {
      if (SUGGESTING_QUESTION.test(sentence.text)) certainty = Math.max(certainty, 0.55);
      continue;
    }
    if (GIVEN_BACK.test(sentence.text)) continue;
    if (DIRECT.some((pattern) => pattern.test(sentence.text))) certainty = Math.max(certainty, 0.75);
    else if (SUGGESTING_QUESTION.test(sentence.text)) certainty = Math.max(certainty, 0.55);
  }
  return certainty;
}
