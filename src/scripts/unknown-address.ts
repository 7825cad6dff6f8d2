/** Leaves on the page for unknown addresses only the part in the language of the address. */
const root = document.documentElement;
const base = root.dataset['base'] ?? '/';
const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : '';
const parts = [...document.querySelectorAll<HTMLElement>('section[data-locale]')];
const own = parts.find((part) => part.dataset['locale'] === path.split('/')[0]);

if (own) {
  parts.filter((part) => part !== own).forEach((part) => part.remove());
  const heading = own.querySelector('h2');
  const title = document.querySelector('[data-title]');
  const article = document.querySelector('article');
  if (heading && title && article) {
    title.textContent = heading.textContent;
    document.title = `${heading.textContent} · Custodia`;
    heading.remove();
    for (const element of [root, article]) {
      element.lang = own.lang;
      element.dir = own.dir;
    }
  }
  const leave = document.querySelector('.leave');
  if (leave) leave.textContent = own.dataset['leaveWord'] ?? leave.textContent;
}
