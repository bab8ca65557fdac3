// The real program in a process of its own, with a connector that writes down what it is sent.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const Root = fileURLToPath(new URL('../../../', import.meta.url));
const Token = 'peers-desk-token-0123456789';

/** A port nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Asks until the answer is something, for a minute and a half at most. */
export async function until(ask, what) {
  for (const end = Date.now() + 90_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 100))) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`waited for ${what}`);
}

/** Starts Dialog for the local playground: unauthenticated activities from this machine, in a house that is always open. */
export async function startProgram(settings = {}) {
  const dll = process.env.DIALOG_PROGRAM ?? ['Release', 'Debug'].map(name => join(Root, `src/Dialog.Bot/bin/${name}/net10.0/Dialog.Bot.dll`)).find(existsSync);
  if (!dll) throw new Error('Build Dialog first: dotnet build -c Release');
  const data = mkdtempSync(join(tmpdir(), 'dialog-peers-'));
  const address = `http://127.0.0.1:${await freePort()}`;
  const process_ = spawn('dotnet', [dll], {
    cwd: data,
    env: {
      ...process.env, APPDATA: data, Urls: address, Desk__Token: Token, Storage__ConnectionString: `Data Source=${join(data, 'dialog.db')}`,
      Organisation__Hours: '00:00-23:59', Calendar__File: join(Root, 'tests/Dialog.EndToEnd/Fixtures/calendar-always.json'),
      Interview__QuietWindow: '00:10:00', Interview__WholeAnswerWindow: '00:10:00', ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  process_.stdout.on('data', text => { output += text; });
  process_.stderr.on('data', text => { output += text; });
  const ended = new Promise(resolve => process_.on('exit', resolve));
  await until(async () => {
    if (process_.exitCode !== null) throw new Error(output);
    return fetch(`${address}/readyz`).then(answer => answer.ok, () => false);
  }, 'the program');
  return {
    address,
    api: async (path, body) => {
      const answer = await fetch(`${address}/api/v1/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${Token}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    stop: async () => {
      process_.kill('SIGINT');
      await ended;
      rmSync(data, { recursive: true });
    },
  };
}

/** A connector that takes everything and remembers it. */
export async function startConnector() {
  const sent = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', part => { body += part; });
    request.on('end', () => {
      const call = { method: request.method, path: decodeURIComponent(request.url), activity: body ? JSON.parse(body) : null };
      sent.push(call);
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: call.method === 'PUT' ? call.path.split('/').at(-1) : String(1_790_000_000_000 + sent.length) }));
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { sent, serviceUrl: `http://127.0.0.1:${server.address().port}/teams/`, stop: () => new Promise(resolve => { server.close(resolve); server.closeAllConnections(); }) };
}

/** Somebody who talks with the bot in Teams, in Swedish or English. */
export function person(program, connector, language, user = `user-${language}`) {
  let last = 0;
  const post = async activity => {
    const answer = await fetch(`${program.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `${user}-${++last}`, timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl: connector.serviceUrl, locale: language === 'sv' ? 'sv-SE' : 'en-GB',
        localTimezone: 'Europe/Stockholm', from: { id: `29:${user}`, name: language === 'sv' ? 'Mattias Jansson' : 'Ellen Green', aadObjectId: user },
        recipient: { id: '28:dialog', name: 'Dialog' }, conversation: { id: `a:${user}`, conversationType: 'personal', tenantId: 'peers' }, channelData: { tenant: { id: 'peers' } }, ...activity,
      }),
    });
    if (!answer.ok) throw new Error(`${answer.status} for ${activity.type}`);
    return answer;
  };
  const messages = () => connector.sent.filter(call => call.method === 'POST' && call.path.includes(`a:${user}/`) && call.activity.type === 'message').map(call => call.activity);
  return {
    user,
    messages,
    install: () => post({ type: 'installationUpdate', action: 'add' }),
    say: text => post({ type: 'message', text, textFormat: 'plain' }),
    /** Presses a button of the newest card that has it. */
    press: async title => {
      const action = messages().flatMap(message => actionsOf(message)).findLast(other => other.title === title);
      return (await post({ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'x', value: { action: { type: action.type, verb: action.verb, data: action.data }, trigger: 'manual' } })).json();
    },
    /** Opens a dialog, or sends it in: what Teams would show next. */
    dialog: async (name, data) => {
      const answer = await post({ type: 'invoke', name, value: { data, context: { theme: 'default' } } });
      const text = await answer.text();
      return text ? JSON.parse(text) : null;
    },
    /** The bot's message number `index`, as soon as it is there. */
    hear: index => until(() => messages()[index], `message ${index} to ${user}`),
  };
}

/** The buttons of a message's card. */
export function actionsOf(message) {
  return (message.attachments ?? []).flatMap(attachment => attachment.content.body ?? []).filter(part => part.type === 'ActionSet').flatMap(part => part.actions);
}
