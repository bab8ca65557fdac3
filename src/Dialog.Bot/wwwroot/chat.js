import { copy } from './copy.js';

const texts = document.body.dataset;
const log = document.getElementById('log');
const scroller = document.querySelector('main');
const typing = document.getElementById('typing');
const notice = document.getElementById('notice');
const form = document.getElementById('say');
const answer = document.getElementById('answer');
const shown = new Map();
const key = `dialog-unsent-${texts.visitor}`;
// What is being written is the tab's own, until it is sent.
const writing = `dialog-writing-${texts.visitor}`;
let unsent = stored();
let flushing = false;
let reading = false;
let readAgain = false;
let arrived = false;
let taken = false;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What is said is in the talk's language, whatever the page is in. */
function spoken(made, language) {
  if (language) made.lang = language;
  return made;
}

function draft(preview, seq, language) {
  const card = element('section', 'draft');
  card.dataset.outlet = preview.outlet;
  const title = spoken(element('h3', '', preview.name), language);
  title.id = `draft-${seq}-${preview.outlet}`;
  card.setAttribute('aria-labelledby', title.id);
  const header = element('header');
  const counter = spoken(element('span', 'counter', preview.limit ? `${preview.length}/${preview.limit} ${preview.unit}` : `${preview.length} ${preview.unit}`), language);
  const button = element('button', 'plain', texts.copy);
  button.type = 'button';
  button.setAttribute('aria-label', `${texts.copy}: ${preview.name}`);
  button.addEventListener('click', () => copy(button, preview.text, texts.copied));
  header.append(title, counter, button);
  card.append(header);
  if (preview.limit) {
    const bar = element('progress');
    bar.max = preview.limit;
    bar.value = preview.length;
    bar.setAttribute('aria-hidden', 'true');
    card.append(bar);
  }
  card.append(spoken(element('p', 'copy', preview.text), preview.language ?? language));
  card.append(...(preview.beside ?? []).map(line => spoken(element('p', 'small', line), preview.language ?? language)));
  return card;
}

function message(line) {
  const made = element('article', `message ${line.from}`);
  made.dataset.kind = line.kind;
  made.dataset.seq = line.seq;
  made.append(element('span', 'hidden', line.from === 'me' ? `${texts.you}: ` : `${texts.bot}: `), spoken(element('p', 'text', line.text), line.language));
  if (line.link) {
    const page = spoken(element('a', 'page', line.link.label), line.language);
    page.href = line.link.url;
    page.target = '_blank';
    page.rel = 'noopener';
    made.append(page);
  }
  if (line.drafts.length > 0) {
    const drafts = element('div', 'drafts');
    drafts.append(...line.drafts.map(preview => draft(preview, line.seq, line.language)));
    made.append(drafts);
  }
  return made;
}

function choices(open, language) {
  const group = element('div', 'choices');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', texts.choices);
  for (const choice of open) {
    const button = spoken(element('button', choice.primary ? '' : 'plain', choice.label), language);
    button.type = 'button';
    button.addEventListener('click', () => press(choice.value, group));
    group.append(button);
  }
  return group;
}

function render(state) {
  const atBottom = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const known = new Set(state.messages.filter(line => line.from === 'me').map(line => line.seq));
  const opened = shown.size === 0;
  let [first, news] = [null, false];
  for (const line of state.messages) {
    let made = shown.get(line.seq);
    if (!made) {
      made = message(line);
      shown.set(line.seq, made);
      const waiting = line.from === 'me' ? log.querySelector('.waiting') : null;
      if (waiting && known.has(line.seq)) {
        waiting.replaceWith(made);
      } else {
        log.insertBefore(made, log.querySelector('.waiting'));
      }
      first ??= made;
      news = true;
    }
    // Who comes back has read what they answered.
    if (opened && (line.from === 'me' || line.chosen)) first = null;
    if (line.choices.length > 0) {
      const open = line.choices.filter(choice => line.open.includes(choice.value));
      const group = made.querySelector('.choices');
      if (open.length !== (group?.childElementCount ?? 0)) {
        group?.remove();
        if (open.length > 0) made.append(choices(open, line.language));
      }
      if (line.chosen && !made.querySelector('.chosen')) made.append(spoken(element('p', 'chosen', `→ ${line.chosen}`), line.language));
    }
  }
  typing.hidden = !state.listening;
  if (atBottom && (news || state.listening)) {
    scroller.scrollTop = scroller.scrollHeight;
    // What is new and taller than the page is read from its beginning.
    const above = first ? first.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0;
    if (above < 0) scroller.scrollTop += above - 16;
  }
}

async function read() {
  if (reading) { readAgain = true; return; }
  reading = true;
  try {
    do {
      readAgain = false;
      const response = await call('chat/messages', { cache: 'no-store' });
      if (!response.ok) throw new Error(response.status);
      const state = await response.json();
      if (!arrived && state.messages.length === 0 && unsent.length === 0) {
        // Once: who was greeted long ago, and whose talk is gone, is told nothing more.
        const greeted = await post('chat/arrive', {});
        if (!greeted.ok) throw new Error(greeted.status);
        arrived = true;
        readAgain = true;
      }
      render(state);
    } while (readAgain);
    online(true);
  } catch {
    online(false);
  } finally {
    reading = false;
  }
}

function online(yes) {
  notice.textContent = taken ? texts.taken : yes ? '' : texts.offline;
}

// The browser may have been given to somebody else meanwhile, by another tab: nothing said here is taken for theirs.
async function call(address, options) {
  const response = await fetch(address, { ...options, headers: { ...options.headers, 'X-Chat-Visitor': texts.visitor } });
  taken = response.status === 409;
  return response;
}

function post(address, body) {
  return call(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

async function press(value, group) {
  for (const button of group.querySelectorAll('button')) button.disabled = true;
  try {
    const response = await post('chat/choices', { value });
    if (!response.ok) throw new Error(response.status);
    answer.focus();
  } catch {
    online(false);
  }
  await read();
  for (const button of group.querySelectorAll('button')) button.disabled = false;
}

// What is not yet acknowledged is kept in the browser and sent again with the same id: nothing is lost, nothing is doubled.
async function flush() {
  if (flushing) return;
  flushing = true;
  try {
    while (unsent.length > 0) {
      const response = await post('chat/messages', unsent[0]);
      if (response.status === 413) {
        notice.textContent = texts.tooLong;
      } else if (!response.ok) {
        throw new Error(response.status);
      }
      const sent = unsent.shift();
      store(stored().filter(message => message.id !== sent.id));
      await read();
    }
  } catch {
    online(false);
    setTimeout(flush, 3000);
  } finally {
    flushing = false;
  }
}

// Another tab may wait with something, too: what is stored is theirs as well.
function stored() {
  return JSON.parse(localStorage.getItem(key) ?? '[]');
}

function store(messages) {
  localStorage.setItem(key, JSON.stringify(messages));
}

function wait(text) {
  const made = message({ seq: '', from: 'me', kind: 'said', text, drafts: [] });
  made.classList.add('waiting');
  log.append(made);
  scroller.scrollTop = scroller.scrollHeight;
}

function grow() {
  answer.style.height = 'auto';
  answer.style.height = `${answer.scrollHeight + 2}px`;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const text = answer.value.trim();
  if (!text) { answer.focus(); return; }
  const message = { id: crypto.randomUUID(), text };
  unsent.push(message);
  store([...stored(), message]);
  answer.value = '';
  sessionStorage.removeItem(writing);
  grow();
  wait(text);
  answer.focus();
  flush();
});

answer.addEventListener('input', () => {
  grow();
  sessionStorage.setItem(writing, answer.value);
});
answer.addEventListener('keydown', event => {
  const touch = matchMedia('(pointer: coarse)').matches;
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !touch) {
    event.preventDefault();
    form.requestSubmit();
  }
});

const stream = new EventSource('chat/stream');
stream.addEventListener('changed', read);
stream.addEventListener('open', () => online(true));
stream.addEventListener('error', () => online(false));
unsent.forEach(message => wait(message.text));
flush();
read();
answer.value = sessionStorage.getItem(writing) ?? '';
if (answer.value) grow();
answer.focus();
