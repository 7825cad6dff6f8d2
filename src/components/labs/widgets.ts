import ChatBench from './chat/ChatBench.astro';
import type { Locale } from '../../i18n/locales.ts';
import HeaderTrail from './HeaderTrail.astro';

/** What the tool of a lab is given: the whole lab, and its own part of data and words, which it checks itself. */
export interface WidgetProps {
  readonly course: string;
  readonly lab: string;
  /** The step in which it stands. */
  readonly step: 'example' | 'half-done' | 'own';
  readonly lang: Locale;
  /** `data.widgets.<id>` and `words.widgets.<id>`, as read. */
  readonly data: unknown;
  readonly words: unknown;
  /** The lab's folder, for its files. */
  readonly folder: string;
}

type AstroComponent = (props: WidgetProps) => unknown;

/** A tool that stands between the exhibits and the sheets of a step, named there by `widget: <id>`. */
export interface Widget {
  /** An Astro component whose `Props` are `WidgetProps`. */
  readonly component: AstroComponent;
  /** Areas of interface words that its islands read. */
  readonly ui: readonly string[];
  /** It starts a WebAssembly program in a worker of its own; the page's policy allows that and nothing more. */
  readonly wasm?: true;
}

/** The tools by id. A tool's own scripts load only on pages that show it. */
export const WIDGETS: Readonly<Record<string, Widget | undefined>> = {
  'header-trail': { component: HeaderTrail as unknown as Widget['component'], ui: [] },
  'chat-bench': { component: ChatBench as unknown as Widget['component'], ui: [], wasm: true },
};
