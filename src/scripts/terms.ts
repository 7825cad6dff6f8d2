/** Shows the note of a term under its paragraph when it is pressed; without script the link jumps to the list. */
export function openTerms(page: ParentNode): void {
  page.querySelectorAll<HTMLAnchorElement>('a.term').forEach((link, index) => {
    const entry = document.getElementById(decodeURIComponent(link.hash.split('#').pop() ?? ''));
    const block = link.closest('p, li, td, dd, figcaption, h2, h3') ?? link;
    if (!entry) return;
    link.setAttribute('role', 'button');
    link.setAttribute('aria-expanded', 'false');
    const toggle = (event: Event): void => {
      event.preventDefault();
      const id = `termnote-${index}`;
      const open = document.getElementById(id);
      link.setAttribute('aria-expanded', String(!open));
      if (open) {
        open.remove();
        return;
      }
      const note = document.createElement('div');
      note.className = 'termnote';
      note.id = id;
      note.dataset['unsealed'] = '';
      note.setAttribute('role', 'status');
      note.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
      if (block.matches('li, td, dd')) block.append(note);
      else block.after(note);
    };
    link.addEventListener('click', toggle);
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') toggle(event);
    });
  });
}
