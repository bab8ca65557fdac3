// One talk in each language that makes the bot send every kind of message it has.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actionsOf, person, until } from './program.mjs';

const seed = JSON.parse(readFileSync(fileURLToPath(new URL('../../Dialog.EndToEnd/Fixtures/seed.json', import.meta.url)), 'utf8'));
const english = {
  topic: 'Why do we build a community garden?',
  lines: {
    what: 'Last Saturday forty neighbours dug the first beds behind the library, and I carried the compost myself.',
    why: 'Because people who grow something together talk to each other, and we want the park to be used after six.',
    who: 'I started it with Anna from the library and the school next door. Twelve pupils come every Tuesday.',
    challenge: 'Somebody said that the money should go to the roads instead, and I understand that.',
    synthesis: 'I answer that the garden costs less than one parking space, and I have changed my mind about the fence.',
    question: 'What would you like to grow with us?',
  },
};

/** The seed's answers by slot. */
export const seedLines = bySlot(seed.lines.filter(line => line.from === 'respondent'));

export const seedOrder = personId => ({ topic: seed.assignment.topic, brief: seed.assignment.brief, personId, track: 'standard', outlets: ['ad', ...seed.assignment.outlets], adSize: 'quarter', link: seed.assignment.link, hashtags: seed.assignment.hashtags, language: 'sv' });

/** Talks until the drafts are there; answers the person, whose messages can be looked at. */
export async function interview(program, connector, language) {
  const who = person(program, connector, language);
  const { id } = await program.api('people', { name: language === 'sv' ? 'Mattias Jansson' : 'Ellen Green', title: language === 'sv' ? 'kommunchef' : 'librarian', roles: ['respondent'], language, timeZone: 'Europe/Stockholm', addresses: [{ channel: 'teams', workspace: 'peers', user: who.user }] });
  await who.install();
  await who.hear(0);
  const order = language === 'sv' ? seedOrder(id) : { topic: english.topic, personId: id, track: 'standard', outlets: ['ad', 'x', 'bluesky', 'mastodon', 'linkedin', 'web'], language };
  await program.api('assignments', { ...order, remindAt: [new Date(Date.now() + 1500).toISOString()] });
  await until(() => who.messages().length >= 3, 'the reminder');
  await who.press(actionsOf(who.messages().findLast(message => actionsOf(message).length > 0))[0].title);
  for (const command of language === 'sv' ? ['hjälp', 'senare', 'hej', 'visa', ''] : ['help', 'later', 'hi', 'show', '']) {
    await answered(who, command);
  }
  const lines = language === 'sv' ? seedLines.filter(([slot]) => slot !== 'headline') : Object.entries(english.lines).map(([slot, line]) => [slot, [line]]);
  for (const [, texts] of lines) {
    for (const text of texts) await who.say(text);
    await answered(who, language === 'sv' ? 'klar' : 'done');
  }
  for (let turn = 0; turn < 12 && !hasDrafts(who); turn++) {
    await answered(who, language === 'sv' ? (turn % 2 ? 'hoppa över' : 'ja') : (turn % 2 ? 'skip' : 'yes'));
  }
  await until(() => hasDrafts(who), 'the drafts');
  await answered(who, language === 'sv' ? 'ändra' : 'edit');
  return who;
}

/** An approver with the app installed, who is asked to read the drafts of the next talk. */
export async function approverOf(program, connector, language) {
  const who = person(program, connector, language, `approver-${language}`);
  await program.api('people', { name: language === 'sv' ? 'Anna Granskare' : 'Alex Approver', roles: ['approver'], language, timeZone: 'Europe/Stockholm', addresses: [{ channel: 'teams', workspace: 'peers', user: who.user }] });
  await who.install();
  await who.hear(0);
  return who;
}

/** The message that shows drafts. */
export function draftsOf(who) {
  return who.messages().find(message => message.attachments?.[0].content.msteams?.width === 'Full');
}

function hasDrafts(who) {
  return Boolean(draftsOf(who));
}

async function answered(who, text) {
  const before = who.messages().length;
  await who.say(text);
  await until(() => who.messages().length > before, `an answer to "${text}"`);
}

function bySlot(lines) {
  const slots = new Map();
  for (const { slot, text } of lines) slots.set(slot, [...(slots.get(slot) ?? []), text]);
  return [...slots];
}
