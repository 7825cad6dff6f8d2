import type { Frame } from 'puppeteer-core';
import { press, seen } from '../drive.ts';

/** Fills the fields of the hash bench's finding with what holds, and checks it. */
export async function holdFinding(frame: Frame): Promise<void> {
  await seen(frame, '[data-enhance="lab-finding"][data-ready]');
  await frame.evaluate(() => {
    const { finding } = JSON.parse(
      document.querySelector('script[data-lab]')?.textContent ?? '{}',
    ) as { finding: Record<string, readonly string[]> };
    for (const [field, [option = '']] of Object.entries(finding)) {
      const select = document.querySelector<HTMLSelectElement>(`#finding-${field}`);
      if (!select) continue;
      select.value = option;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await press(frame, 'Check the finding');
  await seen(frame, '[data-enhance="lab-finding"] .feedback[data-state="correct"]');
}
