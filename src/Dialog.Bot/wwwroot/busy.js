// Long work: a form with data-busy is sent once and says that it works; a download with data-busy says so until the file comes.
// A form takes the whole page with it: what is written in another one is asked about first. So does a link, and the browser itself asks.
import { isChanged } from './fields.js';

const place = document.getElementById('busy');
const longest = 120000;
// A send that was broken off tells nobody. What may be sent twice without harm can be sent again after a while.
const patience = 15000;
// Who goes on was asked already, or leaves nothing behind: the browser does not ask again.
let free = false;
const harmless = 'form:has([name=once], [name=batch], [name=seen]), form[action*="/review"]';

document.addEventListener('submit', event => {
  const form = event.target.closest('form');
  if (!form || event.defaultPrevented) return;
  if (form.getAttribute('aria-busy') === 'true' || form.method === 'post' && !mayGoOn(form)) {
    event.preventDefault();
    return;
  }
  free = form.method === 'post';
  if (!form.matches('[data-busy]')) return;
  form.setAttribute('aria-busy', 'true');
  say(place.dataset.busy);
  if (form.matches(harmless)) setTimeout(() => rest(form), patience);
});

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-busy]');
  if (!link) return;
  if (link.getAttribute('aria-busy') === 'true') {
    event.preventDefault();
    return;
  }
  link.setAttribute('aria-busy', 'true');
  say(place.dataset.busy);
  const token = Math.random().toString(36).slice(2);
  const [address, since] = [new URL(link.href), Date.now()];
  address.searchParams.set('done', token);
  link.href = address;
  const look = setInterval(() => {
    if (!document.cookie.includes(`dialog-done=${token}`) && Date.now() - since < longest) return;
    clearInterval(look);
    address.searchParams.delete('done');
    link.href = address;
    link.removeAttribute('aria-busy');
    say(place.dataset.done);
    setTimeout(() => say(''), 4000);
  }, 300);
});

addEventListener('beforeunload', event => {
  if (!free && unsaved().length > 0) event.preventDefault();
  free = false;
});

// Back to a page that was kept as it was left: nothing works any more.
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  document.querySelectorAll('[aria-busy]').forEach(rest);
});

/** Fields with something that is sent by no form but theirs. */
function unsaved(form) {
  return [...document.querySelectorAll('main form[method=post] :is(textarea, select, input:not([type=hidden]))')]
    .filter(field => field.form !== form && (isChanged(field) || isWritten(field)));
}

/** What the page came with was written before and is not saved yet. */
function isWritten(field) {
  return field.matches('textarea, input:not([type=checkbox], [type=radio])') && field.value !== '' && field.closest('[data-written]');
}

function mayGoOn(form) {
  const written = unsaved(form);
  const where = [...new Set(written.map(field => field.closest('[data-part]')?.dataset.part ?? field.labels[0]?.textContent.trim()))];
  return written.length === 0 || confirm(`${place.dataset.unsaved}: ${where.join(', ')}. ${place.dataset.goOn}`);
}

function rest(element) {
  element.removeAttribute('aria-busy');
  say('');
}

function say(text) {
  if (place) place.textContent = text;
}
