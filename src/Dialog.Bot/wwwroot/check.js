// A form that is checked while it is written: the server says what is wrong where, in the words it would say when saving.
let timer;

document.addEventListener('input', event => {
  const form = event.target.closest('form[data-check]');
  if (!form || !event.target.name?.startsWith('languages.')) return;
  clearTimeout(timer);
  timer = setTimeout(() => check(form), 400);
});

async function check(form) {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.dataset.check, { method: 'POST', body });
  if (!answer.ok) return;
  const mistakes = await answer.json();
  for (const place of form.querySelectorAll('.wrong')) {
    const field = document.getElementById(place.id.slice(0, -'-wrong'.length));
    const says = mistakes[field.id] ?? '';
    if (place.textContent !== says) place.textContent = says;
    if (says) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
}
