// The counter under a text being written: the server counts, as the outlet does.
const timers = new WeakMap();

document.addEventListener('input', event => {
  const area = event.target.closest('textarea[data-count]');
  if (!area) return;
  clearTimeout(timers.get(area));
  timers.set(area, setTimeout(() => count(area), 250));
});

async function count(area) {
  const counter = document.getElementById(area.getAttribute('aria-describedby'));
  const [, limit, unit] = /^\d+(\/\d+)? (.*)$/.exec(counter.textContent);
  const text = area.value;
  const response = await fetch(area.form.getAttribute('action').replace(/review.*$/, 'count'), {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ outlet: area.dataset.count, text }),
  });
  if (response.ok && area.value === text) {
    const { length } = await response.json();
    counter.textContent = `${length}${limit ?? ''} ${unit}`;
    counter.classList.toggle('over', limit !== undefined && length > Number(limit.slice(1)));
  }
}
