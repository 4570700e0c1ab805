/** The application role the processes connect as; created by the start script or by the operator. */
export function appRole(): string {
  const role = process.env['DATABASE_APP_ROLE'] ?? 'journeyloop_app';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(role)) throw new Error('DATABASE_APP_ROLE is not a plain role name');
  return role;
}

/**
 * Row-level security for a table with `coach_id`. `FORCE` binds the owner as well; the policy reads the setting once
 * per statement. A portal user (`app.client_id` set) sees nothing until a table grants them something.
 */
export const tenantTable = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_coach ON ${table}
    USING (coach_id = (SELECT app_coach_id()) AND (SELECT app_client_id()) IS NULL)
    WITH CHECK (coach_id = (SELECT app_coach_id()) AND (SELECT app_client_id()) IS NULL);
`;
