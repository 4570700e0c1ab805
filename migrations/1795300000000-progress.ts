import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, tenantTable } from './support/tenant-table';

/** Rows of a coach; row-level security decides what the application role sees of them. Parents first. */
const TENANT_TABLES = [
  'goals',
  'milestones',
  'observations',
  'observation_goals',
  'observation_milestones',
  'goal_suggestion_verdicts',
  'loop_moments',
  'behaviour_loops',
  'action_items',
  'action_item_reports',
];

/**
 * Client progress. Stored are facts of one session and pairs of two things ("this observation is about that goal");
 * whatever spans sessions (curves, loops and their status, what became of an action item) is derived when read, so
 * that a session that goes or moves leaves nothing behind.
 */
export class Progress1795300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE goals (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text NOT NULL,
        description text,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'complete')),
        suggestion_key text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, coach_id),
        CONSTRAINT goals_slug_key UNIQUE (client_id, slug),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX goals_of_client ON goals (client_id, created_at, id);

      CREATE TABLE milestones (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        title text NOT NULL,
        description text,
        target_date date NOT NULL,
        time_zone text NOT NULL,
        closed_as text CHECK (closed_as IN ('completed', 'missed')),
        closed_on date,
        missed_seen_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, coach_id),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX milestones_of_client ON milestones (client_id, target_date, id);
      CREATE INDEX milestones_open ON milestones (coach_id, target_date) WHERE closed_as IS NULL AND missed_seen_at IS NULL;

      CREATE TABLE observations (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        session_id uuid NOT NULL,
        transcript_id uuid,
        stance text NOT NULL CHECK (stance IN ('struggle', 'intent', 'plan', 'reflection', 'outcome')),
        achieved text CHECK (achieved IN ('done', 'partly', 'not_done')),
        valence double precision NOT NULL CHECK (valence BETWEEN -1 AND 1),
        intensity double precision NOT NULL CHECK (intensity BETWEEN 0 AND 1),
        certainty double precision NOT NULL CHECK (certainty BETWEEN 0 AND 1),
        utterance_ids uuid[] NOT NULL,
        utterance_numbers integer[] NOT NULL,
        quote text,
        quote_utterance integer NOT NULL,
        note text,
        terms text[] NOT NULL DEFAULT '{}',
        context_terms text[] NOT NULL DEFAULT '{}',
        source text NOT NULL CHECK (source IN ('analyst', 'coach')),
        analyst text,
        analyst_version text,
        verdict text CHECK (verdict IN ('confirmed', 'edited', 'dismissed')),
        verdict_at timestamptz,
        original jsonb,
        merged_into uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (cardinality(utterance_ids) = cardinality(utterance_numbers)),
        CHECK (source = 'coach' OR (cardinality(utterance_ids) > 0 AND quote IS NOT NULL AND transcript_id IS NOT NULL)),
        CHECK (merged_into IS DISTINCT FROM id),
        UNIQUE (id, coach_id),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE,
        -- what was merged into an observation of a session that goes stands for itself again
        FOREIGN KEY (merged_into, coach_id) REFERENCES observations (id, coach_id) ON DELETE SET NULL (merged_into)
      );
      CREATE INDEX observations_of_session ON observations (session_id, quote_utterance, id);
      CREATE INDEX observations_of_client ON observations (client_id, stance);
      CREATE INDEX observations_transcript ON observations (transcript_id);
      CREATE INDEX observations_merged ON observations (merged_into) WHERE merged_into IS NOT NULL;

      CREATE TABLE observation_goals (
        observation_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        coach_id uuid NOT NULL,
        session_id uuid NOT NULL,
        counts boolean NOT NULL,
        delta double precision NOT NULL CHECK (delta BETWEEN -0.10 AND 0.10),
        similarity double precision,
        source text NOT NULL CHECK (source IN ('analyst', 'coach')),
        rejected boolean NOT NULL DEFAULT false,
        PRIMARY KEY (observation_id, goal_id),
        FOREIGN KEY (observation_id, coach_id) REFERENCES observations (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (goal_id, coach_id) REFERENCES goals (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX observation_goals_goal ON observation_goals (goal_id, session_id) INCLUDE (delta) WHERE counts AND NOT rejected;

      CREATE TABLE observation_milestones (
        observation_id uuid NOT NULL,
        milestone_id uuid NOT NULL,
        coach_id uuid NOT NULL,
        session_id uuid NOT NULL,
        counts boolean NOT NULL,
        delta double precision NOT NULL CHECK (delta BETWEEN -0.10 AND 0.10),
        similarity double precision,
        source text NOT NULL CHECK (source IN ('analyst', 'coach')),
        rejected boolean NOT NULL DEFAULT false,
        PRIMARY KEY (observation_id, milestone_id),
        FOREIGN KEY (observation_id, coach_id) REFERENCES observations (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (milestone_id, coach_id) REFERENCES milestones (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX observation_milestones_milestone ON observation_milestones (milestone_id)
        WHERE counts AND NOT rejected;

      -- whether an observation counts (neither dismissed nor merged) stands with its links, so that a curve of a
      -- client with thousands of observations is read from one index; kept by the database, whoever changes it
      CREATE FUNCTION observation_counts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE observation_goals SET counts = NEW.verdict IS DISTINCT FROM 'dismissed' AND NEW.merged_into IS NULL
          WHERE observation_id = NEW.id;
        UPDATE observation_milestones SET counts = NEW.verdict IS DISTINCT FROM 'dismissed' AND NEW.merged_into IS NULL
          WHERE observation_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER observation_counts AFTER UPDATE OF verdict, merged_into ON observations
        FOR EACH ROW EXECUTE FUNCTION observation_counts();

      -- suggestions are derived when read; only the coach's answer to one is kept
      CREATE TABLE goal_suggestion_verdicts (
        client_id uuid NOT NULL,
        suggestion_key text NOT NULL,
        coach_id uuid NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('accepted', 'dismissed')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (client_id, suggestion_key),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE
      );

      -- loop_id is derived from client and kind, so that a loop has its id before anybody speaks on it
      CREATE TABLE loop_moments (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        session_id uuid NOT NULL,
        transcript_id uuid NOT NULL,
        loop_id uuid NOT NULL,
        kind text NOT NULL,
        shift boolean NOT NULL,
        response_id uuid NOT NULL,
        response_number integer NOT NULL,
        response text NOT NULL,
        trigger_id uuid,
        trigger_number integer,
        trigger text,
        consequence_id uuid,
        consequence_number integer,
        consequence text,
        certainty double precision NOT NULL CHECK (certainty BETWEEN 0 AND 1),
        source text NOT NULL CHECK (source IN ('analyst', 'coach')),
        analyst_version text,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (session_id, loop_id, shift, response_number),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX loop_moments_of_client ON loop_moments (client_id, loop_id, session_id) INCLUDE (kind, shift);
      CREATE INDEX loop_moments_fullest ON loop_moments (loop_id, certainty DESC) WHERE NOT shift;
      CREATE INDEX loop_moments_of_loop ON loop_moments (loop_id, session_id);
      CREATE INDEX loop_moments_transcript ON loop_moments (transcript_id);

      -- only loops a person made or spoke on have a row here
      CREATE TABLE behaviour_loops (
        id uuid PRIMARY KEY,
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        kind text,
        source text NOT NULL CHECK (source IN ('analyst', 'coach')),
        title text,
        trigger text,
        response text,
        consequence text,
        status text CHECK (status IN ('emerging', 'active', 'evolving', 'resolved')),
        verdict text CHECK (verdict IN ('confirmed', 'edited', 'dismissed')),
        verdict_at timestamptz,
        merged_into uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (source = 'analyst' OR (trigger IS NOT NULL AND response IS NOT NULL AND consequence IS NOT NULL AND status IS NOT NULL)),
        UNIQUE (id, coach_id),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX behaviour_loops_of_client ON behaviour_loops (client_id);

      CREATE TABLE action_items (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        session_id uuid,
        transcript_id uuid,
        made_on date,
        text text NOT NULL,
        said_by text NOT NULL CHECK (said_by IN ('client', 'coach')),
        commitment text CHECK (commitment IN ('high', 'medium', 'low')),
        utterance_ids uuid[] NOT NULL DEFAULT '{}',
        utterance_numbers integer[] NOT NULL DEFAULT '{}',
        quote text,
        quote_utterance integer NOT NULL DEFAULT 0,
        time_phrase text,
        due_days integer,
        due_weekday integer CHECK (due_weekday BETWEEN 1 AND 7),
        due_date date,
        status text CHECK (status IN ('open', 'done', 'carried_over')),
        terms text[] NOT NULL DEFAULT '{}',
        source text NOT NULL CHECK (source IN ('analyst', 'coach')),
        analyst text,
        analyst_version text,
        verdict text CHECK (verdict IN ('confirmed', 'edited', 'dismissed')),
        verdict_at timestamptz,
        original jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (source = 'coach' OR (session_id IS NOT NULL AND transcript_id IS NOT NULL AND quote IS NOT NULL)),
        CHECK (session_id IS NOT NULL OR made_on IS NOT NULL),
        UNIQUE (id, coach_id),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX action_items_of_client ON action_items (client_id);
      CREATE INDEX action_items_of_session ON action_items (session_id, quote_utterance, id);
      CREATE INDEX action_items_transcript ON action_items (transcript_id);

      -- pairs of a step and what was said about it in another session; which of them came later is seen when read
      CREATE TABLE action_item_reports (
        action_item_id uuid NOT NULL,
        observation_id uuid NOT NULL,
        coach_id uuid NOT NULL,
        similarity double precision NOT NULL,
        PRIMARY KEY (action_item_id, observation_id),
        FOREIGN KEY (action_item_id, coach_id) REFERENCES action_items (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (observation_id, coach_id) REFERENCES observations (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX action_item_reports_observation ON action_item_reports (observation_id);
    `);
    for (const table of TENANT_TABLES) await queryRunner.query(tenantTable(table));
    await queryRunner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ${TENANT_TABLES.join(', ')} TO ${appRole()}`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE ${TENANT_TABLES.toReversed().join(', ')}; DROP FUNCTION observation_counts`,
    );
  }
}
