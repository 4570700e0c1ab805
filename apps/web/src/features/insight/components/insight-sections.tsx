import type { InsightDetail } from '~/api/types';
import { capitalise, sentenceList } from '~/lib/words';
import { Evidence, type ShowEvidence } from './evidence';
import classes from './insight.module.css';

interface SectionProps {
  title: string;
  children: React.ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A quiet line of facts under a finding; empty ones are left out. */
function Facts({ items }: { items: (string | null | false)[] }) {
  const shown = items.filter((item): item is string => Boolean(item));
  return shown.length > 0 ? <p className={classes.facts}>{shown.join(' · ')}</p> : null;
}

const listed = (lead: string, items: readonly string[]) =>
  items.length > 0 ? `${lead}: ${sentenceList(items)}` : null;

interface InsightSectionsProps {
  insight: InsightDetail;
  onShow: ShowEvidence;
}

/** The ICF-aligned sections in their order. A section without evidence is not there. */
export function InsightSections({ insight, onShow }: InsightSectionsProps) {
  const { celebration, intention, coaching_presence: presence, communication_patterns: patterns } = insight;
  return (
    <>
      {celebration && (
        <Section title="To celebrate">
          <p className={classes.main}>{celebration.description}</p>
          <p>{celebration.significance}</p>
          <Evidence of={celebration} onShow={onShow} />
        </Section>
      )}
      {intention && (
        <Section title="Intention">
          <p className={classes.main}>{intention.behavior_change}</p>
          <Facts
            items={[
              `${intention.commitment_level} commitment`,
              intention.timeline,
              listed('Support needed', intention.support_needed),
            ]}
          />
          <Evidence of={intention} onShow={onShow} />
        </Section>
      )}
      {insight.client_discoveries.length > 0 && (
        <Section title="Discoveries">
          {insight.client_discoveries.map((discovery) => (
            <div key={discovery.insight} className={classes.item}>
              <p className={classes.main}>{discovery.insight}</p>
              <Facts items={[discovery.depth_level, discovery.emotional_response]} />
              <Evidence of={discovery} onShow={onShow} />
            </div>
          ))}
        </Section>
      )}
      {insight.goal_progress.length > 0 && (
        <Section title="Progress towards goals">
          {insight.goal_progress.map((goal) => (
            <div key={goal.goal_area} className={classes.item}>
              <p className={classes.main}>{goal.goal_area}</p>
              <p>{goal.progress_description}</p>
              <Facts
                items={[
                  goal.progress_level === 'Setback' ? 'A setback' : `${goal.progress_level} progress`,
                  listed('In the way', goal.barriers_identified),
                  listed('Next', goal.next_steps),
                ]}
              />
              <Evidence of={goal} onShow={onShow} />
            </div>
          ))}
        </Section>
      )}
      {presence && (
        <Section title="Coaching presence">
          <p className={classes.main}>{presence.rapport_quality}</p>
          <p>{presence.partnership_dynamics}</p>
          <Facts
            items={[
              `${presence.client_engagement_level} engagement`,
              listed('Signs of trust', presence.trust_indicators),
            ]}
          />
          <Evidence of={presence} onShow={onShow} />
        </Section>
      )}
      {insight.powerful_questions.length > 0 && (
        <Section title="Powerful questions">
          {insight.powerful_questions.map((question) => (
            <div key={question.question} className={classes.item}>
              <p className={`${classes.main} ${classes.spoken}`}>“{question.question}”</p>
              <p>
                {question.impact_description} {question.client_response_summary}
              </p>
              <Facts items={[`${question.breakthrough_level} breakthrough`]} />
              <Evidence of={question} onShow={onShow} />
            </div>
          ))}
        </Section>
      )}
      {insight.action_items.length > 0 && (
        <Section title="Actions">
          {insight.action_items.map((item) => (
            <div key={item.action} className={classes.item}>
              <p className={classes.main}>{item.action}</p>
              <Facts
                items={[
                  item.timeline,
                  item.accountability_measure,
                  `${item.client_commitment_level} commitment`,
                ]}
              />
              <Evidence of={item} onShow={onShow} />
            </div>
          ))}
        </Section>
      )}
      {insight.emotional_shifts.length > 0 && (
        <Section title="Shifts in feeling">
          {insight.emotional_shifts.map((shift) => (
            <div key={shift.shift_description} className={classes.item}>
              <p className={classes.main}>
                Language suggests a way from {shift.initial_state} to {shift.final_state}
              </p>
              <p>{shift.shift_description}</p>
              <Facts items={[`What moved it: ${shift.catalyst}`]} />
              <Evidence of={shift} onShow={onShow} />
            </div>
          ))}
        </Section>
      )}
      {insight.values_beliefs.length > 0 && (
        <Section title="Values and beliefs">
          {insight.values_beliefs.map((value) => (
            <div key={value.description} className={classes.item}>
              <p className={classes.main}>{value.description}</p>
              <p>{value.impact_on_goals}</p>
              <Facts items={[value.type, value.exploration_depth]} />
              <Evidence of={value} onShow={onShow} />
            </div>
          ))}
        </Section>
      )}
      {patterns && (
        <Section title="Ways of speaking">
          {patterns.expression_patterns.map((pattern) => (
            <p key={pattern}>{capitalise(pattern)}</p>
          ))}
          <Facts
            items={[
              patterns.processing_style === 'Mixed'
                ? null
                : `Language leans to the ${patterns.processing_style.toLowerCase()}`,
              listed('What seems to help', patterns.communication_preferences),
              listed('What changed', patterns.notable_changes),
            ]}
          />
          <Evidence of={patterns} onShow={onShow} />
        </Section>
      )}
    </>
  );
}
