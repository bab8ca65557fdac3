// The seed's interview through Microsoft's Agents Playground in a browser: typed answers, a pressed button, an edited message, a reminder.
// The playground's chat has no pencil: the edit is sent by its "Custom activity", made of the message as its log shows it.
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, missing } from './browser.mjs';
import { freePort, startProgram, until } from './program.mjs';
import { seedLines, seedOrder } from './talk.mjs';

const person = { name: 'Alex Wilber', language: 'sv' };
let program, playground, browser, page, folder;

before(async () => {
  if (missing) return;
  program = await startProgram();
  // The playground's person reads English: the desk has written Swedish down before.
  await program.api('people', { ...person, addresses: [{ channel: 'teams', workspace: '00000000-0000-0000-0000-0000000000001', user: '00000000-0000-0000-0000-0000000000020' }] });
  folder = mkdtempSync(join(tmpdir(), 'dialog-playground-'));
  const port = await freePort();
  const cli = fileURLToPath(new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
  playground = spawn('node', [cli, 'start', '-e', `${program.address}/api/messages`, '-c', 'msteams', '--port', String(port), '--disable-telemetry'], {
    cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', TEAMSAPPTESTER_PORT: String(port) }, stdio: 'ignore',
  });
  await until(() => fetch(`http://127.0.0.1:${port}/`).then(answer => answer.ok, () => false), 'the playground');
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE', permissions: ['clipboard-read', 'clipboard-write'] });
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

  const [first, ...others] = linesOf('what');
  const edited = `Jag har tänkt om. ${first}`;
  await edit(first, edited);
  await until(async () => (await answers(id)).find(answer => answer.slot === 'what').text.includes(edited), 'the edited answer');

  for (let turn = 0; turn < 10 && (await drafts(id)).length === 0; turn++) await say(id, turn % 2 ? 'hoppa över' : 'ja');
  await until(async () => (await drafts(id)).length > 3, 'the drafts');
  await shown('Bluesky');
  const stored = await answers(id);
  for (const [slot, lines] of [['what', [edited, ...others]], ['why', linesOf('why')], ['who', linesOf('who')]]) {
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

/** Edits a message that was typed before: the same activity once more, by what makes it an edit in Teams and with other words. */
async function edit(text, changed) {
  await page.getByText(`message 200 ${text.slice(0, 40)}`).click();
  const typed = await until(() => page.evaluate(typedText => [...document.querySelectorAll('div')]
    .map(panel => { try { return JSON.parse(panel.innerText); } catch { return null; } })
    .find(activity => activity?.type === 'message' && activity.text === typedText), text), 'the message in the log');
  const activity = { ...typed, type: 'messageUpdate', text: changed, timestamp: new Date().toISOString(), channelData: { ...typed.channelData, eventType: 'editMessage' } };
  await page.getByText('Mock an Activity').click();
  await page.getByRole('menuitem', { name: 'Custom activity' }).click();
  const form = page.getByRole('dialog');
  await form.locator('.monaco-editor').click();
  await page.keyboard.press('Control+A');
  await page.evaluate(json => navigator.clipboard.writeText(json), JSON.stringify(activity, null, 2));
  await page.keyboard.press('Control+V');
  await form.getByRole('button', { name: 'Send activity' }).click();
  await shown('messageUpdate 200');
}

function linesOf(slot) {
  return seedLines.find(([name]) => name === slot)[1];
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
