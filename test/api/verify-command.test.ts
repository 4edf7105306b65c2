import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Organisation } from '../support/organisation.js';

let clinics: Organisation;

beforeAll(async () => {
  clinics = await Organisation.start('verifycli');
  await clinics.site();
});

afterAll(() => clinics?.stop());

/** `countersign verify` as its user runs it. */
function verify(environment: Record<string, string>): Promise<{ code: number; printed: string }> {
  return new Promise((settle) => {
    const args = ['dist/src/cli/main.js', 'verify'];
    execFile(process.execPath, args, { env: { ...process.env, ...environment } }, (error, stdout, stderr) => {
      settle({ code: error ? Number(error.code) : 0, printed: stdout + stderr });
    });
  });
}

test('npm run verify says of each log that it is verified, while the server runs', async () => {
  const environment = { DATABASE_URL: clinics.database.superuserUrl, COUNTERSIGN_DATA: clinics.server.dataFolder };
  const { code, printed } = await verify(environment);
  expect(printed).toMatch(/VERIFIED[\s\S]*2 logs, \d+ records, \d+ records\/s: all verified/);
  expect(code).toBe(0);
});

test('it names the first record that is wrong, and why', async () => {
  const { superuser, server, database } = clinics;
  await superuser.query(`ALTER TABLE audit_record DISABLE TRIGGER USER`);
  await superuser.query(`UPDATE audit_record SET type = 'nothing' WHERE site_id = $1 AND seq = 1`, [clinics.id]);
  for (const trigger of ['no_update_or_delete', 'no_truncate'])
    await superuser.query(`ALTER TABLE audit_record ENABLE ALWAYS TRIGGER ${trigger}`);
  const { code, printed } = await verify({ DATABASE_URL: database.superuserUrl, COUNTERSIGN_DATA: server.dataFolder });
  expect(printed).toMatch(
    /NOT VERIFIED\n\s+first wrong: record 1: column_differs: type is nothing; the bytes say login/,
  );
  expect(code).toBe(1);
});

test('where there is no ledger it says so and makes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-none-'));
  const { code, printed } = await verify({ DATABASE_URL: '', COUNTERSIGN_DATA: folder });
  expect(printed).toMatch(/^countersign: There is no ledger in /);
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
