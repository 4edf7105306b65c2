// After the last test: drops every database of this run (a server that was given stays), then stops the one started here.
import pg from 'pg';

export default async function teardown() {
  const { server, name } = globalThis.countersignTestRun;
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [name]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  await client.end();
  await server.stop();
}
