// What people do on the first day, over HTTPS through nginx; and what nginx must and must not let through.
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { Client, firstSignIn, importRoster, ok, pause } from './client.mjs';

const [httpsPort, httpPort, serverPort, smsPort, admin, password, roster] = process.argv.slice(2);
const origin = `https://localhost:${httpsPort}`;
let failed = 0;

function check(what, holds, said = '') {
  console.log(`  ${holds ? 'ok' : 'NO'}  ${what}${holds ? '' : ` ${said}`}`);
  failed += holds ? 0 : 1;
}

const sms = createServer((request, response) => response.end('{}')).listen(Number(smsPort), '127.0.0.1');

// People.
const security = await firstSignIn(origin, admin, password, 'Anquan-2026-x');
check('the first administrator signs in, with a password and an app of her own', true);
const opened = ok(
  await security.post('/api/admin/accounts', {
    username: 'clerk.jinbao',
    displayName: '金宝镇经办人',
    role: { role: 'TOWNSHIP_ADMIN', division: '511304114' },
  }),
);
const clerk = await firstSignIn(origin, 'clerk.jinbao', opened.initialPassword ?? opened.password, 'Jingban-2026-x');
const done = await importRoster(clerk, '511304114', readFileSync(roster));
check('a roster is uploaded and taken over', done.state === 'ACCEPTED', JSON.stringify(done));
const coverage = ok(await clerk.get('/api/admin/coverage?division=511304114'));
check(`coverage counts its ${coverage.eligible} children`, coverage.eligible > 0, JSON.stringify(coverage));

// Headers: each once.
for (const path of ['/admin/', '/h5/', '/api/admin/session']) {
  const { headers } = await new Client(origin).get(path);
  check(
    `${path} is neither framed, nor sniffed, nor asked for without TLS`,
    headers.get('x-frame-options') === 'DENY' &&
      headers.get('x-content-type-options') === 'nosniff' &&
      /^max-age=31536000/.test(headers.get('strict-transport-security') ?? '') &&
      !headers.get('strict-transport-security').includes(','),
    JSON.stringify([...headers]),
  );
}
const page = await new Client(origin).get('/admin/');
check('pages carry a content policy', page.headers.get('content-security-policy')?.includes("object-src 'none'"));
check('nobody says which version of nginx this is', page.headers.get('server') === 'nginx', page.headers.get('server'));
const session = await new Client(origin).post('/api/admin/session', { username: 'a', password: 'b' });
const cookies = session.headers.getSetCookie().filter((cookie) => cookie.startsWith('TONGXING='));
check('cookies of a session travel over TLS only', cookies.every((cookie) => /; Secure/.test(cookie)), cookies.join());

// What is not public.
for (const path of ['/actuator', '/actuator/health', '/actuator/env', '/actuator/health/readiness', '//actuator/health']) {
  const { status, text } = await new Client(origin).get(path);
  check(`${path} is not public`, status >= 400 && !text.includes('"status":"UP"'), `${status} ${text}`);
}
const plain = await new Client(`http://localhost:${httpPort}`).get('/admin/');
check('without TLS one is sent to TLS', plain.status === 308 && plain.headers.get('location').startsWith('https://'));
const large = await new Client(origin).post('/api/admin/session', { username: 'x'.repeat(1_100_000), password: 'b' });
check('more than a megabyte of JSON is refused, with the same headers', large.status === 413 && large.headers.get('x-frame-options') === 'DENY', large.status);
await new Client(origin).post('/api/phone/session/sms/codes', { phone: '14000000077' }, { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9' });

// Machines that try passwords.
const tries = await Promise.all(
  Array.from({ length: 80 }, () => new Client(origin).post('/api/admin/session', { username: 'nobody.here', password: 'wrong' })),
);
check('a machine that tries passwords is slowed down', tries.some((one) => one.status === 429));

sms.close();
process.exitCode = failed;
