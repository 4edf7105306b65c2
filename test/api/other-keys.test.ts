import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeDataFolder } from '../support/server.js';
import { Organisation } from '../support/organisation.js';

const main = resolve('dist/src/cli/main.js');

function run(command: string, env: Record<string, string>): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, command], {
    env: { ...process.env, PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, said: stdout + stderr };
}

describe('a ledger and the keys it was written with', () => {
  let org: Organisation;
  let foreignFolder: string;

  beforeAll(async () => {
    org = await Organisation.start('keys');
    const siteId = await org.site();
    const nurse = await org.as(await org.person('rn1', { siteId, role: 'nurse' }));
    // A ledger without private values has nothing that other keys could not read.
    const patient = { name: 'Example Patient 1', address: '1 Example Street', birthDate: '1962-01-07' };
    expect(await nurse.post(`/sites/${siteId}/patients`, patient)).toMatchObject({ status: 201 });
    foreignFolder = makeDataFolder();
  });

  afterAll(async () => {
    await org.stop();
    rmSync(foreignFolder, { recursive: true, force: true });
  });

  test.each(['serve', 'migrate', 'verify'])('%s with other keys is refused with a sentence', (command) => {
    const { code, said } = run(command, {
      DATABASE_URL: org.database.superuserUrl,
      COUNTERSIGN_DATA: foreignFolder,
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^countersign: The keys in .*secrets\.json are not those of this ledger: restore .*\n$/);
  });
});
