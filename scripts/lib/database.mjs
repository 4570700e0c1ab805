import { PlainError } from './errors.mjs';

/**
 * Receives every grant on the tables (the migrations name it too); cannot sign in itself where this script made it.
 */
const APP_ROLE = 'journeyloop_app';
/** Owns the database and its tables on a server of our own. */
export const OWNER_ROLE = 'journeyloop_owner';

const DUPLICATE = new Set(['42710', '42P04', '23505']);

/** A connected client. pg is loaded here and not above: before the first start it is not installed yet. */
export async function connect(config) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionTimeoutMillis: 10_000,
    application_name: 'journeyloop start',
    ...(typeof config === 'string' ? { connectionString: config } : config),
  });
  // A connection cut while idle must not bring the process down.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return client;
}

async function using(url, work) {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const name = (text) => `"${text.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** Runs a CREATE that another start may run in the same instant. */
async function create(client, sql) {
  try {
    await client.query(sql);
    return true;
  } catch (error) {
    if (DUPLICATE.has(error.code)) return false;
    throw error;
  }
}

async function hasRole(client, role) {
  return (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount > 0;
}

/** Exchanges user, password and database of a connection address, keeping host and options. */
export function withUser(url, user, password, database) {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  if (database !== undefined) changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

/**
 * On a server of our own: owner, application roles and one database, all made when missing.
 * @param {string} adminUrl superuser, any database of the server
 * @param {{ database: string, ownerPassword: string, loginRole: string, loginPassword: string }} wanted
 * @returns {Promise<{ ownerUrl: string, appUrl: string, created: boolean }>}
 */
export async function provisionOwnServer(adminUrl, { database, ownerPassword, ...app }) {
  const created = await using(adminUrl, async (client) => {
    if (!(await hasRole(client, OWNER_ROLE))) await create(client, `CREATE ROLE ${OWNER_ROLE} LOGIN`);
    await client.query(`ALTER ROLE ${OWNER_ROLE} PASSWORD ${literal(ownerPassword)}`);
    await ensureAppRoles(client, { ...app, mayHaveChanged: true });
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    const made =
      known.rowCount === 0 && (await create(client, `CREATE DATABASE ${name(database)} OWNER ${OWNER_ROLE}`));
    await client.query(`REVOKE ALL ON DATABASE ${name(database)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name(database)} TO ${app.loginRole}`);
    return made;
  });
  return {
    created,
    ownerUrl: withUser(adminUrl, OWNER_ROLE, ownerPassword, database),
    appUrl: withUser(adminUrl, app.loginRole, app.loginPassword, database),
  };
}

/**
 * On somebody's server (DATABASE_URL): its user is the owner. Makes the database when it is missing and may be made,
 * and the application roles with the right CREATE ROLE; needs no superuser.
 * @param {string} ownerUrl
 * @param {{ appRole?: string, loginRole: string, loginPassword: string }} wanted
 */
export async function provisionGivenServer(ownerUrl, { appRole = APP_ROLE, loginRole, loginPassword }) {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1)) || 'journeyloop';
  const created = await ensureGivenDatabase(ownerUrl, database);
  const appUrl = withUser(ownerUrl, loginRole, loginPassword, database);
  await using(withDatabase(ownerUrl, database), async (client) => {
    const mayHaveChanged = !(await canConnect(appUrl));
    try {
      await ensureAppRoles(client, { appRole, loginRole, loginPassword, mayHaveChanged });
      // Managed servers often take the right to connect away from everybody.
      await client.query(`GRANT CONNECT ON DATABASE ${name(database)} TO ${loginRole}`);
    } catch (error) {
      if (error.code !== '42501') throw error;
      throw new PlainError(
        `The user of DATABASE_URL may not make the application's role (${error.message}). Give it CREATEROLE; or, when another owner made that role, set DATABASE_APP_ROLE to a name of your own; or have the roles made as docs/operations.md shows ("Without the right to create roles") and set DATABASE_OWNER_URL and DATABASE_URL.`,
      );
    }
  });
  await checkAppRole(appUrl);
  return { ownerUrl: withDatabase(ownerUrl, database), appUrl, created };
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

async function ensureGivenDatabase(ownerUrl, database) {
  try {
    await using(withDatabase(ownerUrl, database), () => {});
    return false;
  } catch (error) {
    if (error.code !== '3D000') throw unreachable('DATABASE_URL', ownerUrl, error);
  }
  try {
    return await using(withDatabase(ownerUrl, 'postgres'), (client) =>
      create(client, `CREATE DATABASE ${name(database)} ENCODING 'UTF8' TEMPLATE template0`),
    );
  } catch (error) {
    throw new PlainError(
      `The database "${database}" of DATABASE_URL is missing and cannot be made: ${error.message}.`,
    );
  }
}

function unreachable(variable, url, error) {
  const { hostname, port } = new URL(url);
  const reason = error.message || error.code;
  return new PlainError(
    `PostgreSQL of ${variable} (${hostname}:${port || 5432}) does not let us in: ${reason}.`,
  );
}

/**
 * The group role that holds the grants, and this installation's own sign-in role as its only way in. Two
 * installations on one server share the first and have each their own second, so neither changes the other's
 * password, and the database they may connect to is granted to each separately.
 */
async function ensureAppRoles(client, { appRole = APP_ROLE, loginRole, loginPassword, mayHaveChanged }) {
  if (!(await hasRole(client, appRole))) await create(client, `CREATE ROLE ${name(appRole)} NOLOGIN`);
  if (!(await hasRole(client, loginRole))) {
    await create(client, `CREATE ROLE ${loginRole} LOGIN PASSWORD ${literal(loginPassword)}`);
  } else if (mayHaveChanged) {
    await client.query(`ALTER ROLE ${loginRole} LOGIN PASSWORD ${literal(loginPassword)}`);
  }
  const member = await client.query(
    `SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
     WHERE g.rolname = $1 AND r.rolname = $2`,
    [appRole, loginRole],
  );
  if (member.rowCount === 0) await create(client, `GRANT ${name(appRole)} TO ${loginRole}`);
}

async function canConnect(url) {
  try {
    await using(url, () => {});
    return true;
  } catch {
    return false;
  }
}

/** The second wall stands only when the application's role owns nothing and bypasses nothing. */
export async function checkAppRole(appUrl) {
  const { rows } = await using(appUrl, (client) =>
    client.query(
      `SELECT r.rolname, r.rolsuper OR r.rolbypassrls AS above,
              EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE c.relowner = r.oid AND n.nspname NOT LIKE 'pg\\_%') AS owns
       FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'USAGE')`,
    ),
  ).catch((error) => {
    throw unreachable('the application', appUrl, error);
  });
  const bad = rows.find((row) => row.above || row.owns);
  if (bad) {
    throw new PlainError(
      `The application's database role must not be a superuser, bypass row-level security or own tables, and "${bad.rolname}" does. docs/operations.md shows how to make it.`,
    );
  }
}

/** DATABASE_OWNER_URL and DATABASE_URL both given: taken as they are, checked only. */
export async function checkGivenRoles(ownerUrl, appUrl) {
  await using(ownerUrl, () => {}).catch((error) => {
    throw unreachable('DATABASE_OWNER_URL', ownerUrl, error);
  });
  await checkAppRole(appUrl);
}
