// Every activity Dialog sends is one by Microsoft's own schema, every card one by Microsoft's own parser.
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { activityZodSchema } from '@microsoft/agents-activity';
import { actionsOf, startConnector, startProgram, until } from './program.mjs';
import { approverOf, draftsOf, interview } from './talk.mjs';

const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
let program, connector, form;

before(async () => {
  [program, connector] = [await startProgram(), await startConnector()];
  const approver = await approverOf(program, connector, 'sv');
  await interview(program, connector, 'sv');
  await interview(program, connector, 'en');
  const { data } = actionsOf(await until(() => draftsOf(approver), 'the review request')).find(action => action.title === 'Be om ändring');
  form = await approver.dialog('task/fetch', data);
  await approver.dialog('task/submit', { ...data, reason: 'Fel år.' });
  await until(() => connector.sent.some(call => call.method === 'PUT' && call.path.includes(`a:${approver.user}/`)), 'the outcome');
});

after(async () => {
  await program?.stop();
  await connector?.stop();
});

test('every outgoing activity is valid by @microsoft/agents-activity', () => {
  const activities = connector.sent.filter(call => call.activity?.type).map(call => call.activity);
  assert.ok(activities.length > 30, `only ${activities.length} activities`);
  for (const activity of activities) {
    const read = activityZodSchema.safeParse(activity);
    assert.ok(read.success, `${JSON.stringify(read.error?.issues)}\n${JSON.stringify(activity)}`);
  }
});

test('every card is read by adaptivecards without an error or warning', () => {
  const cards = [...connector.sent.flatMap(call => call.activity?.attachments ?? []), form.task.value.card].map(attachment => attachment.content);
  assert.ok(cards.length > 8, `only ${cards.length} cards`);
  for (const card of cards) {
    // Read twice: the parser checks lang with a regular expression that remembers where it was, and refuses every second card for it.
    const [first, second] = [problemsOf(card), problemsOf(card)];
    assert.deepStrictEqual(first.length < second.length ? first : second, [], JSON.stringify(card));
  }
});

test('a mistake in a card is seen', () => {
  assert.notDeepStrictEqual(problemsOf({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok', text: 'a' }] }), []);
});

test('every activity is under 28 KB, counted as UTF-16', () => {
  for (const { activity } of connector.sent.filter(call => call.activity)) {
    assert.ok(Buffer.byteLength(JSON.stringify(activity), 'utf16le') < 28 * 1024);
  }
});

function problemsOf(json) {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  card.parse(json, context);
  const validation = card.validateProperties();
  return [
    ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
    ...validation.validationEvents.map(event => event.message),
  ];
}
