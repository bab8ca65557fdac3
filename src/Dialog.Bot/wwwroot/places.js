// On a narrow screen the places are a row that can be pushed: the one that is open stands in sight.
const here = document.querySelector('.places [aria-current]');
const row = here?.closest('ul');

if (row) {
  const [place, seen] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += place.left - seen.left - (seen.width - place.width) / 2;
}
