import type { Library } from '../library.ts';
import { problemIn, type Rule } from '../rule.ts';
import { lessonPages, type LessonPage } from './pages.ts';

/** What readers may not know, with its words as a pattern. Names that nobody spells out, such as Europol, are left out. */
const WORDS: Readonly<Record<string, string>> = {
  AI: 'artificial intelligence',
  CGNAT: 'carrier-grade network address translation',
  CSAM: 'child sexual abuse material',
  DKIM: 'DomainKeys Identified Mail',
  DMARC: 'Domain-based Message Authentication',
  EJN: 'European Judicial Network',
  EWF: 'Expert Witness Compression Format',
  GPEN: 'Global Prosecutors E-Crime Network',
  ICT: 'information and communication technology',
  INHOPE: 'International Association of Internet Hotlines',
  INTERPOL: 'International Criminal Police Organization',
  IP: 'Internet Protocol',
  ISO: 'International Organization for Standardization',
  JTAG: 'Joint Test Action Group',
  MD5: 'Message Digest 5',
  MLA: 'mutual legal assistance',
  NAT: 'network address translation',
  NCMEC: 'National Center for Missing and Exploited Children',
  NIST: 'National Institute of Standards and Technology',
  OPSC: 'Optional Protocol',
  RFC: 'Requests? for Comments',
  SHA: 'Secure Hash Algorithm',
  SPF: 'Sender Policy Framework',
  SQL: 'Structured Query Language',
  SSD: 'solid-state drive',
  SWGDE: 'Scientific Working Group on Digital Evidence',
  TCP: 'Transmission Control Protocol',
  UDP: 'User Datagram Protocol',
  UNODC: 'United Nations Office on Drugs and Crime',
  UNTOC: 'United Nations Convention against Transnational Organized Crime',
  UTC: 'Coordinated Universal Time',
};

/** So near behind it the words may stand, the note of a term included: “RFC 3227 (Request for Comments)”. */
const BEHIND = 200;

const ACRONYM = new RegExp(`(?<![\\w-])(${Object.keys(WORDS).join('|')})(?:-\\d+)?(?![\\w-])`, 'g');

/** All texts in a value of data, on one line. */
function flat(value: unknown): string {
  if (typeof value === 'string') return ` ${value.replace(/\s+/g, ' ')} `;
  return typeof value === 'object' && value !== null ? Object.values(value).map(flat).join('') : '';
}

/** A lesson as a reader meets it, line by line: with the words of its facts, figures, law slots, questions and terms in their places. */
function asRead({ course, page }: LessonPage, { glossary }: Library): string {
  const { facts, figures, law, title, description } = page.data ?? {};
  const items = course.quiz?.words.en?.data?.items ?? {};
  const shown = new Map<string, Readonly<Record<string, unknown>>>([
    ['Source', facts ?? {}],
    ['Figure', figures ?? {}],
    ['LawSlot', law ?? {}],
    ['Question', items],
  ]);
  const body = page.body
    .replace(/<Trainer[^]*?<\/Trainer>/g, (note) => note.replace(/[^\n]/g, ''))
    .replace(/<Term\s+id="([\w-]+)"[^>]*>([^<]*)/g, (tag, id: string, word: string) => {
      const term = glossary.data?.[id];
      return flat([word, term?.forms.en, term?.definitions.en]) + tag.replace(/[^\n]/g, '');
    })
    .replace(
      /<(\w+)\s+(?:id|fact)="([\w-]+)"[^>]*>/g,
      (tag, name: string, id: string) => flat(shown.get(name)?.[id]) + tag.replace(/[^\n]/g, ''),
    );
  return `${flat([title, description])}${body}`;
}

/** The first use of each acronym whose words are missing there, by its place in the text. */
function bare(text: string): { acronym: string; words: string; line: number }[] {
  const prose = text.replace(/`[^`]*`/g, (code) => code.replace(/[^\n]/g, ' '));
  const firsts = new Map<string, number>();
  for (const { 1: acronym = '', index } of prose.matchAll(ACRONYM)) {
    if (!firsts.has(acronym)) firsts.set(acronym, index);
  }
  return [...firsts].flatMap(([acronym, index]) => {
    const words = WORDS[acronym] ?? '';
    const spelt = new RegExp(words.replaceAll(' ', '\\s+'), 'i');
    if (spelt.test(prose.slice(0, index + BEHIND))) return [];
    return [{ acronym, words, line: prose.slice(0, index).split('\n').length }];
  });
}

/** An acronym stands with its words where a lesson, a case or a lab first uses it. Looked for in the source language. */
export const acronyms: Rule = {
  names: ['acronym-not-spelt'],
  about: 'lessons, cases and labs spell acronyms out where they first use them',
  check: (library) => {
    const texts = [
      ...lessonPages(library)
        .filter(({ locale }) => locale === 'en')
        .map((each) => ({ ...each.page, from: each.page.bodyLine, text: asRead(each, library) })),
      ...library.courses
        .flatMap(({ scenario, labs }) => [scenario, ...labs])
        .flatMap((pair) => pair?.words.en ?? [])
        .map(({ file, text }) => ({ file, from: 1, text })),
    ];
    return texts.flatMap(({ file, from, text }) =>
      bare(text).map(({ acronym, words, line }) =>
        problemIn(
          'acronym-not-spelt',
          file,
          { line: from + line - 1, column: 1 },
          `\`${acronym}\` first stands here without its words. Spell it out: “${words.replace('s?', '')} (${acronym})”. A <Term> whose note has the words counts.`,
          'warning',
        ),
      ),
    );
  },
};
