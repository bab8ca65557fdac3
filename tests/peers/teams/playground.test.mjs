// The seed's interview through Microsoft's Agents Playground in a browser: typed answers, a pressed button, a reminder.
// The playground has no way to edit a message; editing is tested over the wire in tests/Dialog.EndToEnd/Teams.
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { freePort, startProgram, until } from './program.mjs';
import { seedLines, seedOrder } from './talk.mjs';

const Chromium = '/usr/bin/chromium';
const person = { name: 'Alex Wilber', language: 'sv' };
const missing = existsSync(Chromium) ? false : `${Chromium} is missing`;
let program, playground, browser, page, folder;

before(async () => {
  if (missing) return;
  program = await startProgram();
  // The playground's person reads English in one of the two activities that come first, and nothing in the other: the desk has said Swedish before.
  await program.api('people', { ...person, addresses: [{ channel: 'teams', workspace: '00000000-0000-0000-0000-0000000000001', user: '00000000-0000-0000-0000-0000000000020' }] });
  folder = mkdtempSync(join(tmpdir(), 'dialog-playground-'));
  const port = await freePort();
  const cli = fileURLToPath(new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
  playground = spawn('node', [cli, 'start', '-e', `${program.address}/api/messages`, '-c', 'msteams', '--port', String(port), '--disable-telemetry'], {
    cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', TEAMSAPPTESTER_PORT: String(port) }, stdio: 'ignore',
  });
  await until(() => fetch(`http://127.0.0.1:${port}/`).then(answer => answer.ok, () => false), 'the playground');
  browser = await chromium.launch({ executablePath: Chromium, args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  page.setDefaultTimeout(90_000);
  await page.goto(`http://127.0.0.1:${port}/`);
});

after(async () => {
  await browser?.close();
  playground?.kill();
  await program?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

test('the seed interview, from the greeting to the drafts', { skip: missing }, async () => {
  await shown('Jag är Dialog');
  const known = (await program.api('people')).items;
  assert.deepEqual(known.map(one => [one.name, one.language]), [[person.name, person.language]]);
  const { id } = await program.api('assignments', { ...seedOrder(known[0].id), remindAt: [new Date(Date.now() + 2000).toISOString()] });

  // The reminder comes by itself: nobody has said anything.
  await shown('En vänlig puff');
  await page.getByRole('button', { name: 'Svara nu' }).last().click();
  await shown('→ Svara nu');
  await shown('Vad handlar det om?');

  for (const [slot, lines] of seedLines.filter(([slot]) => slot !== 'headline')) {
    for (const line of lines) await say(id, line);
    await say(id, 'klar');
    await until(async () => (await answers(id)).some(answer => answer.slot === slot), `the answer to ${slot}`);
  }
  for (let turn = 0; turn < 10 && (await drafts(id)).length === 0; turn++) await say(id, turn % 2 ? 'hoppa över' : 'ja');
  await until(async () => (await drafts(id)).length > 3, 'the drafts');
  await shown('Bluesky');
  const stored = await answers(id);
  for (const slot of ['what', 'why', 'who']) {
    const lines = seedLines.find(([name]) => name === slot)[1];
    assert.ok(lines.every(line => stored.find(answer => answer.slot === slot).text.includes(line)), slot);
  }
});

/** Types into the chat and waits until the program has it. */
async function say(assignment, text) {
  const before = (await program.api(`assignments/${assignment}/transcript`)).items.length;
  await page.getByRole('textbox').last().click();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await until(async () => (await program.api(`assignments/${assignment}/transcript`)).items.length > before, `"${text.slice(0, 30)}" in the transcript`);
}

async function shown(text) {
  await page.getByText(text).last().waitFor({ timeout: 90_000 });
}

async function answers(assignment) {
  return (await program.api(`answers?assignment=${assignment}`)).items;
}

async function drafts(assignment) {
  return (await program.api(`drafts?assignment=${assignment}`)).items;
}
