// People at work while something is killed. Every deed is a line of the history: what was asked, when, and what was answered.
//
//   load.mjs people ORIGIN SMS_PORT FIRST_PASSWORD ROSTER STATE   signs everybody in once, and keeps who they are
//   load.mjs work ORIGIN STATE HISTORY                            works until SIGTERM
import { createServer } from 'node:http';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { Client, firstSignIn, importRoster, ok, pause, randomUUID, until } from '../../deploy/client.mjs';

const TOWN = '511304114';
const FATHER = '14082914045';
const [verb, origin, ...rest] = process.argv.slice(2);
await (verb === 'people' ? people(...rest) : work(...rest));

async function people(smsPort, firstPassword, roster, state) {
  let code;
  const gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      code = JSON.parse(body).code;
      response.end('{}');
    });
  }).listen(Number(smsPort), '127.0.0.1');

  const security = await firstSignIn(origin, 'aq.jialing', firstPassword, 'Anquan-2026-x');
  const role = { role: 'TOWNSHIP_ADMIN', division: TOWN };
  const opened = ok(await security.post('/api/admin/accounts', { username: 'clerk.jinbao', displayName: '经办人', role }));
  const clerk = await firstSignIn(origin, 'clerk.jinbao', opened.initialPassword, 'Jingban-2026-x');
  await importRoster(clerk, TOWN, readFileSync(roster));

  const nobody = new Client(origin);
  ok(await nobody.post('/api/phone/session/sms/codes', { phone: FATHER }));
  const { token } = ok(await nobody.post('/api/phone/session/sms', { phone: FATHER, code }));
  const father = new Client(origin, token);
  const [request] = ok(await clerk.get('/api/admin/memberships?state=REQUESTED')).rows;
  ok(await clerk.post(`/api/admin/memberships/${request.id}/confirmation`));
  const [child] = ok(await father.get('/api/phone/home')).children;

  const matches = [];
  const { rows } = ok(await clerk.get(`/api/admin/children?division=${TOWN}&which=NOBODY&size=100`));
  const taken = new Set();
  for (const row of rows) {
    const { suitable } = ok(await clerk.get(`/api/admin/children/${row.id}/candidates`));
    const free = suitable.find((one) => !taken.has(one.familyId));
    if (free) {
      taken.add(free.familyId);
      matches.push([row.id, free.familyId]);
    }
  }
  writeFileSync(state, JSON.stringify({ clerk: clerk.kept(), father: father.kept(), child: child.id, matches, calls: 0 }));
  gateway.close();
}

async function work(stateFile, history) {
  const state = JSON.parse(readFileSync(stateFile));
  const clerk = Client.from(origin, state.clerk);
  const father = Client.from(origin, state.father);
  let over = false;
  process.on('SIGTERM', () => (over = true));

  /** One attempt of a deed, written down when it has ended. */
  const attempt = async (kind, key, deed) => {
    const at = Date.now();
    const { status, json, text } = await deed();
    appendFileSync(history, `${JSON.stringify({ kind, key, at, ended: Date.now(), status, id: json.id, ...(status === 0 || status >= 500 ? { said: text.slice(0, 200) } : {}) })}\n`);
    await pause(120);
    return status;
  };

  /** Phones try again with the same key until they have an answer. */
  const caller = async () => {
    while (!over) {
      const key = randomUUID();
      const contactedAt = new Date(Date.now() - 86_400_000 - 1000 * state.calls++).toISOString();
      const body = { childId: state.child, kind: 'VIDEO', length: 'MEDIUM', contactedAt };
      const deed = () => father.post('/api/phone/contacts', body, { 'Idempotency-Key': key });
      for (let status = await attempt('contact', key, deed); !over && (status === 0 || status >= 500); ) {
        status = await attempt('contact', key, deed);
      }
    }
  };
  /** A clerk at the store does not press twice: a receipt without an answer may be there or not, but not twice. */
  const storekeeper = async () => {
    while (!over) {
      const source = randomUUID();
      const receipt = { divisionCode: TOWN, name: '书包', measure: '个', quantity: 1, source, on: today() };
      await attempt('receipt', source, () => clerk.post('/api/admin/goods/receipts', receipt));
    }
  };
  const matchmaker = async () => {
    while (!over && state.matches.length) {
      const [childId, familyId] = state.matches.shift();
      const pair = { childId, familyId, startsOn: today() };
      await attempt('pairing', `${childId}:${familyId}`, () => clerk.post('/api/admin/pairings', pair));
      await pause(1500);
    }
  };
  const reader = async (kind, who, path) => {
    while (!over) await attempt(kind, path, () => who.get(path));
  };
  await Promise.all([
    caller(),
    caller(),
    storekeeper(),
    matchmaker(),
    reader('read', clerk, `/api/admin/coverage?division=${TOWN}`),
    reader('read', clerk, `/api/admin/children?division=${TOWN}&size=20`),
    reader('read', father, '/api/phone/home'),
  ]);
  writeFileSync(stateFile, JSON.stringify(state));
}

function today() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
