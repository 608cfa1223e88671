import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDocument } from '#test/domain/a-wording.ts';
import { accepted, approve, signs } from '#test/server/evidence/signing.ts';
import { newWorld, personWrite, staff, type World } from '#test/server/world.ts';

/** The commands as somebody types them: what they say and how they end. */

const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/server/evidence/${command}.ts`, ...args], {
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
};

describe('verify-consent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const kept = 'test/fixtures/consents/3-restored-new-key.html';
  const root = readFileSync('test/fixtures/consents/root.txt', 'utf8').trim();

  test('it ends with 0 on what is unchanged, and says whether its origin is shown', () => {
    expect(run('verify-consent', kept)).toMatchObject({
      status: 0,
      out: expect.stringContaining('Unchanged, origin not shown'),
    });
    expect(run('verify-consent', kept, '--root', root)).toMatchObject({
      status: 0,
      out: expect.stringContaining('signed by the server whose fingerprint was given'),
    });
    expect(run('verify-consent', kept, '--root', 'ab'.repeat(32))).toMatchObject({ status: 1 });
  });

  test('it ends with 1 on what was changed, by name', () => {
    const changed = join(folder, 'changed.html');
    writeFileSync(changed, readFileSync(kept, 'utf8').replaceAll('Nadia Kowalska', 'Nadia Kovalska'));
    const { status, out } = run('verify-consent', changed);
    expect(status).toBe(1);
    expect(out).toContain('Changed: signing.giverName\n');
    expect(run('verify-consent').status).toBe(2);
  });
});

describe('on the data of a server that is stopped', () => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
    const { worker } = await staff(world);
    const wording = await approve(world, aDocument());
    const said = { partner: world.a, person: 'amira-one', giver: 'mother-one', decision: 'given', wording };
    await accepted(world, worker, [personWrite(world.a, 'amira-one', { knownAs: 'Amira' })]);
    await accepted(world, worker, signs(worker, { ...said, purpose: 'research' }));
    const nameless = signs(worker, { ...said, purpose: 'contact', signing: { giverName: 'Amira' } });
    await accepted(world, worker, nameless);
    await world.server.close();
  });
  afterAll(() => rmSync(world.dataDir, { recursive: true, force: true }));

  test('check-consents prints numbers, ids and codes, and no name', () => {
    const { status, out } = run('check-consents', world.dataDir);
    expect(status).toBe(1);
    expect(out).toContain('Refocus: 1 of 2 complete\n');
    expect(out).toMatch(/\n {2}[\w-]+: childsName\n/);
    expect(out).toContain('The chain is whole: 6 links.');
    expect(out).not.toMatch(/Amira|Nadia/);
    expect(run('check-consents', world.dataDir, '--expect', `another:1:${'0'.repeat(64)}`).out).toContain('made anew');
  });

  test('rotate-evidence-key adds a key and keeps the fingerprint', () => {
    const fingerprint = (out: string) => /Fingerprint ([0-9a-f]{64})/.exec(out)?.[1];
    const first = run('rotate-key', world.dataDir);
    const second = run('rotate-key', world.dataDir);
    expect(first.out).toMatch(/Key [0-9a-f]{16} signs from now on, number 2\./);
    expect(second.out).toContain('number 3.');
    expect(fingerprint(second.out)).toBe(fingerprint(first.out));
  });

  test('package.json names each of them', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const name of ['verify-consent', 'check-consents', 'rotate-evidence-key'])
      expect(scripts[name]).toMatch(/^node src\/server\/evidence\/[\w-]+\.ts$/);
  });
});
