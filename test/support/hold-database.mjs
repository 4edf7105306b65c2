// A process to kill: starts the embedded PostgreSQL of the build in argv[2] on the folder in argv[3], tells, and waits.
import { pathToFileURL } from 'node:url';

const [, , build, dataFolder] = process.argv;
const { startEmbeddedPostgres } = await import(
  pathToFileURL(`${build}/src/platform/database/embedded-postgres.js`).href
);
const { superuserUrl, pid, folder } = await startEmbeddedPostgres({ dataFolder, log: () => {} });
console.log(JSON.stringify({ superuserUrl, pid, folder }));
setInterval(() => {}, 60_000);
