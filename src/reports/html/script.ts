/**
 * What the page does with its own rows: filters them, sorts them, and shows so many at once. It reads attributes, and
 * makes no markup of text.
 */
export const script = `'use strict';
(() => {
  const table = document.getElementById('records');
  if (table === null) return;
  const body = table.tBodies[0];
  const rest = document.getElementById('rest');
  const all = [...body.rows, ...rest.content.children];
  const AT_ONCE = Number(table.dataset.atOnce);
  const filters = [...document.querySelectorAll('select[data-filter]')];
  const sorters = [...table.querySelectorAll('button[data-sort]')];
  const shown = document.getElementById('shown');
  const more = document.getElementById('more');
  let sort = { by: table.dataset.sortedBy, down: true };
  let most = AT_ONCE;

  const digits = (number) => String(number).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ',');
  const dollars = (cents) =>
    '$' + digits(Math.floor(cents / 100)) + '.' + String(cents % 100).padStart(2, '0');
  const isWanted = (row) =>
    filters.every(
      ({ value, dataset }) => value === '' || row.dataset[dataset.filter].split(' ').includes(value),
    );
  const valueOf = (row) => {
    const value = row.dataset[sort.by];
    return sort.by === 'day' ? value : Number(value);
  };
  const before = (one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    const order = a < b ? -1 : a > b ? 1 : 0;
    return (sort.down ? -order : order) || one.dataset.entry - other.dataset.entry;
  };

  const show = () => {
    const wanted = all.filter(isWanted).sort(before);
    const first = wanted.slice(0, most);
    body.replaceChildren(...first);
    const cents = wanted.reduce((sum, row) => sum + Math.round(Number(row.dataset.charge) * 100), 0);
    const of = wanted.length === all.length ? '' : ' of ' + digits(all.length);
    const part = first.length === wanted.length ? '' : ', the first ' + digits(first.length) + ' shown';
    const money = cents === 0 ? '' : ', ' + dollars(cents);
    shown.textContent = digits(wanted.length) + of + (all.length === 1 ? ' record' : ' records') + money + part;
    more.hidden = first.length === wanted.length;
    for (const sorter of sorters) {
      const isIt = sorter.dataset.sort === sort.by;
      const heading = sorter.closest('th');
      if (isIt) heading.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
      else heading.removeAttribute('aria-sort');
    }
  };

  for (const filter of filters) {
    filter.addEventListener('change', () => {
      most = AT_ONCE;
      show();
    });
  }
  for (const sorter of sorters) {
    sorter.addEventListener('click', () => {
      const by = sorter.dataset.sort;
      sort = { by, down: by === sort.by ? !sort.down : by === 'charge' || by === 'units' };
      show();
    });
  }
  more.addEventListener('click', () => {
    const next = most;
    most += AT_ONCE;
    show();
    body.rows[next].tabIndex = -1;
    body.rows[next].focus();
  });
  document.body.classList.add('live');
  show();
})();
`;

/** The digest by which the policy of the page knows it; a test compares. */
export const scriptDigest = 'sha256-Il+iHgH+PRbCO/DKzy45RkvtzfZq9vYhlm2PhSBmloA=';
