// Drives the started bot with packages no one here wrote: @slack/bolt verifies what we sign and recognises what we send in, @slack/web-api's
// types accept every call the bot makes, @slack/socket-mode acknowledges as the bot does.
import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import bolt from '@slack/bolt';
import socketMode from '@slack/socket-mode';
import { WebSocketServer } from 'ws';

const here = dirname(fileURLToPath(import.meta.url));
const payloads = join(here, '../../Dialog.Bot.Tests/Payloads/slack');
const read = name => JSON.parse(readFileSync(join(payloads, name), 'utf8'));
const secret = 'peer-signing-secret-0123456789ab';
const folder = mkdtempSync(join(tmpdir(), 'dialog-peers-'));
const patience = 90_000;
const dll = process.env.DIALOG_PROGRAM ?? ['Release', 'Debug'].map(name => join(here, `../../../src/Dialog.Bot/bin/${name}/net10.0/Dialog.Bot.dll`)).find(existsSync);

async function until(holds, what) {
  const since = Date.now();
  while (!holds()) {
    if (Date.now() - since > patience) throw new Error(`waited for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

// Slack's Web API, as far as it has to be there.
const calls = [];
const sockets = new WebSocketServer({ noServer: true });
const slack = createServer((request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    const method = request.url.split('/').pop();
    const fields = Object.fromEntries(new URLSearchParams(body));
    calls.push({ method, fields });
    const answers = {
      'auth.test': { team_id: 'T0TOWN0001', user_id: 'U0DIALOG01', bot_id: 'B0DIALOG01', team: 'Town' },
      'conversations.open': { channel: { id: 'D0MANAGER1' } },
      'chat.postMessage': { channel: fields.channel, ts: `${1790000100 + calls.length}.000100` },
      'apps.connections.open': { url: `ws://127.0.0.1:${slack.address().port}/link/?ticket=${randomUUID()}&app_id=A0DIALOG01` },
      'users.info': { user: { id: fields.user, real_name: 'Pat Rivera', tz: 'America/Denver', profile: {} } },
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...answers[method] }));
  });
});
slack.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, line => {
  line.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0DIALOG01' }, debug_info: { host: 'peer', build_number: 1, approximate_connection_time: 18060 } }));
  sockets.emit('line', line);
}));
await new Promise(resolve => slack.listen(0, '127.0.0.1', resolve));
const apiUrl = `http://127.0.0.1:${slack.address().port}/api/`;

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}
async function start(settings) {
  if (!dll) throw new Error('Build Dialog first: dotnet build -c Release');
  const address = `http://127.0.0.1:${await freePort()}`;
  const bot = spawn('dotnet', [dll], {
    cwd: folder, stdio: 'ignore',
    env: { ...process.env, APPDATA: folder, Urls: address, Desk__Token: 'peer-token-0123456789', Storage__ConnectionString: `Data Source=${join(folder, `${randomUUID()}.db`)}`, Slack__ApiUrl: apiUrl, Slack__BotToken: 'xoxb-peer', ...settings },
  });
  for (const since = Date.now(); ;) {
    try { if ((await fetch(`${address}/readyz`)).ok) return { bot, address }; } catch { /* not listening yet */ }
    if (Date.now() - since > patience) throw new Error('the bot did not start');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
async function stop({ bot }) {
  const ended = new Promise(resolve => bot.once('exit', resolve));
  bot.kill('SIGINT');
  await ended;
}

function sign(body, { age = 0, key = secret } = {}) {
  const timestamp = Math.floor(Date.now() / 1000) - age;
  return { 'x-slack-request-timestamp': `${timestamp}`, 'x-slack-signature': `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}` };
}
const boltAccepts = (body, headers) => {
  try { bolt.verifySlackRequest({ signingSecret: secret, body, headers: { 'x-slack-signature': headers['x-slack-signature'], 'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']) } }); return true; } catch { return false; }
};
const post = (address, path, body, type, headers) => fetch(`${address}${path}`, { method: 'POST', body, headers: { 'content-type': type, ...headers } });

describe('over HTTP', () => {
  let http, app, boltAddress;
  const seen = new Set();

  before(async () => {
    http = await start({ Slack__SigningSecret: secret });
    const receiver = new bolt.HTTPReceiver({ signingSecret: secret, logLevel: 'error', endpoints: ['/slack/events', '/slack/interactions', '/slack/commands'] });
    app = new bolt.App({ receiver, logLevel: 'error', authorize: async () => ({ botToken: 'xoxb-peer', botUserId: 'U0DIALOG01', botId: 'B0DIALOG01' }), ignoreSelf: false });
    app.use(async ({ body, ack, next }) => { seen.add(body.event?.event_ts ?? body.trigger_id ?? body.view?.id); await ack?.(); await next(); });
    boltAddress = `http://127.0.0.1:${(await app.start(0)).address().port}`;
  });

  after(async () => {
    await app?.stop();
    if (http) await stop(http);
  });

  for (const [name, age, key] of [['fresh', 0, secret], ['6 minutes old', 360, secret], ['of another app', 0, 'another-secret']]) {
    test(`@slack/bolt and the bot agree on a signature: ${name}`, async () => {
      const body = JSON.stringify(read('events.json').message_im);
      const headers = sign(body, { age, key });
      assert.strictEqual((await post(http.address, '/slack/events', body, 'application/json', headers)).status === 200, boltAccepts(body, headers));
    });
  }

  const requests = [
    ...Object.entries(read('events.json')).map(([name, payload]) => [name, '/slack/events', JSON.stringify(payload), 'application/json', payload.event?.event_ts]),
    ...Object.entries(read('interactions.json')).filter(([name]) => name !== 'slash_command_form').map(([name, payload]) =>
      [name, '/slack/interactions', `payload=${encodeURIComponent(JSON.stringify(payload))}`, 'application/x-www-form-urlencoded', payload.trigger_id ?? payload.view?.id]),
    ['slash_command_form', '/slack/commands', new URLSearchParams(read('interactions.json').slash_command_form).toString(), 'application/x-www-form-urlencoded', read('interactions.json').slash_command_form.trigger_id],
  ];
  // What ends the installation comes last.
  const isEnd = ([name]) => /tokens_revoked|app_uninstalled/.test(name);
  requests.sort((one, other) => isEnd(one) - isEnd(other));
  for (const [name, path, body, type, mark] of requests) {
    test(`@slack/bolt recognises it, and the bot acknowledges it: ${name}`, async () => {
      const theirs = await post(boltAddress, path, body, type, sign(body));
      const ours = await post(http.address, path, body, type, sign(body));
      const challenge = async answer => (name === 'url_verification' ? (await answer.json()).challenge : '');
      assert.deepStrictEqual([ours.status, await challenge(ours)], [200, await challenge(theirs)]);
      assert.ok(mark === undefined || seen.has(mark), 'Bolt did not recognise it');
    });
  }

  test('a message, a page and a form were sent', () =>
    until(() => ['chat.postMessage', 'views.publish', 'views.open'].every(method => calls.some(call => call.method === method)), 'posts, a page and a form'));

  test('@slack/web-api takes every call the bot made', () => {
    const types = { 'chat.postMessage': 'ChatPostMessageArguments', 'chat.update': 'ChatUpdateArguments', 'conversations.open': 'ConversationsOpenArguments', 'conversations.history': 'ConversationsHistoryArguments', 'users.info': 'UsersInfoArguments', 'views.open': 'ViewsOpenArguments', 'views.publish': 'ViewsPublishArguments', 'reactions.add': 'ReactionsAddArguments' };
    const literal = ({ fields }) => JSON.stringify(Object.fromEntries(Object.entries(fields).map(([key, value]) =>
      [key, ['blocks', 'metadata', 'view'].includes(key) ? JSON.parse(value) : value === 'true' ? true : value === 'false' ? false : key === 'limit' ? Number(value) : value])));
    const typed = calls.filter(call => types[call.method]);
    assert.ok(typed.length > 5, `only ${typed.length} calls`);
    const file = join(here, 'calls.generated.ts');
    writeFileSync(file, `import type * as api from '@slack/web-api';\n${typed.map((call, index) => `export const call${index}: api.${types[call.method]} = ${literal(call)};`).join('\n')}\n`);
    const result = spawnSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--moduleResolution', 'nodenext', 'calls.generated.ts'], { cwd: here, encoding: 'utf8' });
    rmSync(file);
    assert.strictEqual(result.status, 0, result.stdout);
  });
});

// Only frames with an inner event: socket-mode 3.1.0 itself breaks on app_rate_limited, which has none.
const frames = Object.values(read('socket-mode.json').server_frames).filter(frame => frame.envelope_id && frame.payload.event);
async function acknowledgements(connect) {
  const line = new Promise(resolve => sockets.once('line', resolve));
  await connect();
  const socket = await line;
  const heard = [];
  socket.on('message', data => heard.push(JSON.parse(data)));
  for (const frame of frames) socket.send(JSON.stringify(frame));
  await until(() => heard.filter(answer => answer.envelope_id).length >= frames.length, 'acknowledgements');
  return heard.filter(answer => answer.envelope_id).map(({ envelope_id, payload = {} }) => JSON.stringify({ envelope_id, payload })).sort();
}

test('@slack/socket-mode acknowledges as the bot does', async () => {
  const client = new socketMode.SocketModeClient({ appToken: 'xapp-peer', logLevel: 'error', clientOptions: { slackApiUrl: apiUrl } });
  client.on('slack_event', async ({ ack }) => ack());
  const theirs = await acknowledgements(() => client.start());
  await client.disconnect();
  let bot;
  const ours = await acknowledgements(async () => { bot = await start({ Slack__AppToken: 'xapp-peer' }); });
  await stop(bot);
  assert.deepStrictEqual(ours, theirs);
});

after(() => {
  slack.close();
  slack.closeAllConnections();
  sockets.close();
  rmSync(folder, { recursive: true, force: true });
});
