// Copy buttons: data-copy names the element whose text is copied.
export async function copy(button, text, done) {
  await navigator.clipboard.writeText(text);
  const label = button.textContent;
  button.textContent = done;
  setTimeout(() => { button.textContent = label; }, 2000);
}

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-copy]');
  if (button) {
    copy(button, document.getElementById(button.dataset.copy).textContent, button.dataset.done);
  }
});
