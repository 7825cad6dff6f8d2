import { lessonMark } from '../progress/lesson-mark.ts';

/**
 * The reading mark at the foot of a lesson: the button records the lesson as read and goes on. A record that
 * cannot be kept never holds the reader up.
 */
export function startLessonMark(place: HTMLElement): void {
  const button = place.querySelector('a');
  const words = place.querySelector<HTMLElement>('[data-marked]');
  const mark = lessonMark(place.dataset['course'] ?? '', place.dataset['lesson'] ?? '');
  button?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    mark
      .markRead()
      .catch(() => undefined)
      .finally(() => location.assign(button.href));
  });
  // Seen from now on: pressed before, it would go on and record nothing.
  place.dataset['ready'] = '';
  mark
    .isRead()
    .then((read) => {
      if (read && words) words.textContent = words.dataset['marked'] ?? '';
    })
    .catch(() => undefined);
}
