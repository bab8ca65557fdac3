// One key each, as the list behind "?" says. Nothing happens while somebody writes; they can be turned off there (WCAG 2.1.4).
const list = document.getElementById('shortcuts');
const on = document.getElementById('shortcuts-on');
const places = { n: 'assignments/new', o: './', s: 'series', p: 'people', d: 'operation' };

if (list) {
  on.checked = localStorage.getItem('shortcuts') !== 'off';
  on.addEventListener('change', () => localStorage.setItem('shortcuts', on.checked ? 'on' : 'off'));
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
    if (event.key === '?') {
      event.preventDefault();
      list.showModal();
    } else if (on.checked && !list.open) {
      press(event);
    }
  });
}

function press(event) {
  if (event.key === '/') {
    event.preventDefault();
    const search = document.getElementById('search');
    search?.focus();
    search?.select();
  } else if (event.key in places) {
    document.querySelector(`.places a[href='${places[event.key]}']`)?.click();
  } else if (event.key === 'j' || event.key === 'k') {
    const links = [...document.querySelectorAll('.nows a, .board a, .month a, .table tbody a, .results a')].filter(link => link.offsetParent);
    const at = links.indexOf(document.activeElement);
    links[event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
  }
}
