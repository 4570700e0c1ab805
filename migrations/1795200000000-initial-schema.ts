import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, tenantTable } from './support/tenant-table';

/** Tables whose rows belong to a coach: row-level security decides what the application role sees of them. */
const TENANT_TABLES = [
  'idempotency_keys',
  'coaching_profiles',
  'clients',
  'consent_events',
  'sessions',
  'transcripts',
  'utterances',
  'transcript_codings',
  'session_content_requests',
  'session_content_parts',
  'shift_reports',
  'shift_signals',
  'session_insights',
];

export class InitialSchema1795200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const role = appRole();
    await queryRunner.query(`
      -- identity: looked up before it is known who asks, therefore without row-level security
      CREATE TABLE users (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL,
        password_hash text NOT NULL,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('coach', 'client', 'ops')),
        time_zone text NOT NULL DEFAULT 'UTC',
        email_verified_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX users_email_key ON users (lower(email));

      CREATE TABLE access_tokens (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text,
        ip_address text
      );
      CREATE INDEX access_tokens_user ON access_tokens (user_id, created_at DESC, id);

      CREATE TABLE email_tokens (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('verify_email', 'reset_password')),
        token_hash bytea NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX email_tokens_user ON email_tokens (user_id, purpose);

      CREATE TABLE sign_in_limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );

      CREATE TABLE mails (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        to_address text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        captured boolean NOT NULL,
        sent_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX mails_waiting ON mails (next_attempt_at) WHERE sent_at IS NULL AND NOT captured;
      CREATE INDEX mails_newest ON mails (created_at DESC, id DESC);

      -- outbox and run records of background work: ids only, never content
      CREATE TABLE background_jobs (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        coach_id uuid NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'enqueued', 'running', 'done', 'dead')),
        fence integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        enqueues integer NOT NULL DEFAULT 0,
        available_at timestamptz NOT NULL DEFAULT now(),
        enqueued_at timestamptz,
        lease_until timestamptz,
        finished_at timestamptz,
        error_code text,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX background_jobs_pending ON background_jobs (available_at, id) WHERE state = 'pending';
      CREATE INDEX background_jobs_enqueued ON background_jobs (enqueued_at) WHERE state = 'enqueued';
      CREATE INDEX background_jobs_running ON background_jobs (lease_until) WHERE state = 'running';
      CREATE INDEX background_jobs_finished ON background_jobs (finished_at) WHERE state IN ('done', 'dead');

      CREATE TABLE idempotency_keys (
        coach_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status integer,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (coach_id, key)
      );

      -- coaching
      CREATE TABLE coaching_profiles (
        coach_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        business_name text,
        niche text,
        description text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE clients (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        user_id uuid REFERENCES users ON DELETE SET NULL,
        name text NOT NULL,
        email text,
        total_sessions integer CHECK (total_sessions BETWEEN 0 AND 1000),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, coach_id)
      );
      CREATE UNIQUE INDEX clients_email_key ON clients (coach_id, lower(email)) WHERE email IS NOT NULL;
      CREATE INDEX clients_by_name ON clients (coach_id, lower(name), id);
      CREATE INDEX clients_by_creation ON clients (coach_id, created_at, id);
      CREATE INDEX clients_user ON clients (user_id) WHERE user_id IS NOT NULL;

      CREATE TABLE consent_events (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        purpose text NOT NULL,
        given boolean NOT NULL,
        text_version text NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX consent_events_latest ON consent_events (client_id, purpose, position DESC);

      CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        client_id uuid NOT NULL,
        title text NOT NULL,
        date date NOT NULL,
        starts_at timestamptz,
        session_type text NOT NULL DEFAULT 'regular' CHECK (session_type IN ('regular', 'intake')),
        duration integer CHECK (duration BETWEEN 1 AND 1440),
        meeting_url text,
        recall_bot_id text,
        recall_bot_status text,
        transcript text,
        transcript_json jsonb,
        progress_extracted boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, coach_id),
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX sessions_by_date ON sessions (coach_id, date, id);
      CREATE INDEX sessions_of_client ON sessions (client_id, date, id);

      -- transcripts
      CREATE TABLE transcripts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        session_id uuid NOT NULL UNIQUE,
        source text NOT NULL CHECK (source IN ('file_upload', 'text_input', 'url_import')),
        source_format text NOT NULL,
        file_name text,
        content_hash bytea NOT NULL,
        utterance_count integer NOT NULL,
        word_count integer NOT NULL,
        speakers jsonb NOT NULL,
        skipped jsonb NOT NULL,
        needs_confirmation boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, coach_id),
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX transcripts_waiting ON transcripts (coach_id, created_at) WHERE needs_confirmation;

      CREATE TABLE utterances (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        transcript_id uuid NOT NULL,
        sequence_number integer NOT NULL CHECK (sequence_number > 0),
        speaker_label text NOT NULL,
        speaker_type text CHECK (speaker_type IN ('coach', 'client', 'other')),
        text_clean text NOT NULL,
        text_raw text NOT NULL,
        timestamp_min integer,
        timestamp_sec integer,
        start_seconds double precision,
        end_seconds double precision,
        UNIQUE (transcript_id, sequence_number),
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );

      CREATE TABLE transcript_codings (
        transcript_id uuid PRIMARY KEY,
        coach_id uuid NOT NULL,
        coder_version text NOT NULL,
        coding jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );

      -- session content
      CREATE TABLE session_content_requests (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        session_id uuid NOT NULL UNIQUE,
        transcript_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, coach_id),
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX session_content_requests_transcript ON session_content_requests (transcript_id);

      CREATE TABLE session_content_parts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        request_id uuid NOT NULL,
        part text NOT NULL CHECK (part IN ('session_analysis', 'shift_insights', 'progress', 'behavior_loops')),
        status text NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'skipped')),
        job_id uuid,
        attempts integer NOT NULL DEFAULT 0,
        error_code text,
        skip_reason text,
        started_at timestamptz,
        finished_at timestamptz,
        UNIQUE (request_id, part),
        FOREIGN KEY (request_id, coach_id) REFERENCES session_content_requests (id, coach_id) ON DELETE CASCADE
      );

      CREATE TABLE shift_reports (
        session_id uuid PRIMARY KEY,
        coach_id uuid NOT NULL,
        transcript_id uuid NOT NULL,
        scores jsonb NOT NULL,
        coach_talk_share double precision,
        open_questions integer NOT NULL,
        closed_questions integer NOT NULL,
        questions jsonb NOT NULL,
        longest_monologue jsonb,
        dropped integer NOT NULL,
        analyst text NOT NULL,
        analyst_version text NOT NULL,
        rubric_version text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX shift_reports_transcript ON shift_reports (transcript_id);

      CREATE TABLE shift_signals (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        session_id uuid NOT NULL,
        transcript_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('excellence', 'growth')),
        principle text NOT NULL,
        pattern text NOT NULL,
        code text NOT NULL,
        rank integer NOT NULL,
        utterance_ids uuid[] NOT NULL CHECK (cardinality(utterance_ids) > 0),
        utterance_numbers integer[] NOT NULL,
        quote text NOT NULL,
        quote_utterance integer NOT NULL,
        feedback text NOT NULL,
        why_it_matters text NOT NULL,
        better_example text,
        certainty double precision NOT NULL CHECK (certainty BETWEEN 0 AND 1),
        analyst text NOT NULL,
        analyst_version text NOT NULL,
        rubric_version text NOT NULL,
        verdict text CHECK (verdict IN ('confirmed', 'dismissed', 'edited')),
        verdict_at timestamptz,
        edited_feedback text,
        edited_better_example text,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (session_id, code, quote_utterance),
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX shift_signals_transcript ON shift_signals (transcript_id);
      CREATE INDEX shift_signals_of_session ON shift_signals (session_id, rank, id);

      CREATE TABLE session_insights (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        coach_id uuid NOT NULL,
        client_id uuid NOT NULL,
        session_id uuid NOT NULL UNIQUE,
        transcript_id uuid NOT NULL,
        transcript_source text NOT NULL,
        source_document_id uuid,
        celebration jsonb,
        intention jsonb,
        client_discoveries jsonb NOT NULL DEFAULT '[]',
        goal_progress jsonb NOT NULL DEFAULT '[]',
        coaching_presence jsonb,
        powerful_questions jsonb NOT NULL DEFAULT '[]',
        action_items jsonb NOT NULL DEFAULT '[]',
        emotional_shifts jsonb NOT NULL DEFAULT '[]',
        values_beliefs jsonb NOT NULL DEFAULT '[]',
        communication_patterns jsonb,
        session_summary text NOT NULL DEFAULT '',
        key_themes text[] NOT NULL DEFAULT '{}',
        overall_session_quality text,
        quality_basis text[] NOT NULL DEFAULT '{}',
        status text NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
        processing_error text,
        metadata jsonb,
        created_by uuid NOT NULL,
        visible_to_client boolean NOT NULL DEFAULT true,
        visible_to_coach boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        completed_at timestamptz,
        FOREIGN KEY (client_id, coach_id) REFERENCES clients (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (session_id, coach_id) REFERENCES sessions (id, coach_id) ON DELETE CASCADE,
        FOREIGN KEY (transcript_id, coach_id) REFERENCES transcripts (id, coach_id) ON DELETE CASCADE
      );
      CREATE INDEX session_insights_of_client ON session_insights (client_id);
      CREATE INDEX session_insights_transcript ON session_insights (transcript_id);

      -- an empty setting is what a pooled connection keeps after a scoped transaction
      CREATE FUNCTION app_coach_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT NULLIF(current_setting('app.coach_id', true), '')::uuid $$;
      CREATE FUNCTION app_client_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT NULLIF(current_setting('app.client_id', true), '')::uuid $$;
    `);
    for (const table of TENANT_TABLES) await queryRunner.query(tenantTable(table));
    await queryRunner.query(`
      GRANT USAGE ON SCHEMA public TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
      REVOKE ALL ON TABLE migrations FROM ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${role};
      -- consent is a record: events are added, never changed
      REVOKE UPDATE ON TABLE consent_events FROM ${role};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = [
      ...TENANT_TABLES.toReversed(),
      'background_jobs',
      'mails',
      'sign_in_limits',
      'email_tokens',
      'access_tokens',
      'users',
    ];
    await queryRunner.query(`DROP TABLE ${tables.join(', ')} CASCADE; DROP FUNCTION app_coach_id; DROP FUNCTION app_client_id`);
  }
}
