import type { DeskShape, Draft } from './shape.ts';

/** A small desk with one rule of each kind. */
export const shape: DeskShape = {
  options: [
    { id: 'account', machine: 'user-17@example.org', traits: ['identifier'] },
    { id: 'person', traits: [] },
    { id: 'child', traits: ['child-name'] },
    { id: 'from', machine: '2026-03-02 10:00:00 +01:00', traits: ['offset'] },
    { id: 'from-bare', machine: '2026-03-02 10:00:00', traits: [] },
    { id: 'from-early', machine: '2026-01-01 00:00:00Z', traits: ['offset'] },
    { id: 'to', machine: '2026-03-02 11:00:00 +01:00', traits: ['offset'] },
    { id: 'to-late', machine: '2026-04-02 11:00:00 +01:00', traits: ['offset'] },
    { id: 'yes', traits: [] },
    { id: 'no', traits: [] },
  ],
  pages: [
    {
      id: 'first',
      fields: [{ id: 'danger', kind: 'pick', options: ['yes', 'no'], most: 0, notKnown: false }],
    },
    {
      id: 'emergency',
      when: { field: 'danger', is: ['yes'] },
      fields: [{ id: 'called', kind: 'free', options: [], most: 100, notKnown: false }],
    },
    {
      id: 'request',
      fields: [
        {
          id: 'about',
          kind: 'several',
          options: ['account', 'person', 'child'],
          most: 0,
          notKnown: true,
        },
        {
          id: 'from',
          kind: 'pick',
          options: ['from', 'from-bare', 'from-early'],
          most: 0,
          notKnown: true,
        },
        { id: 'to', kind: 'pick', options: ['to', 'to-late'], most: 0, notKnown: false },
        { id: 'facts', kind: 'free', options: [], most: 600, notKnown: true },
      ],
    },
  ],
  rules: [
    { id: 'danger-open', kind: 'blocks', field: 'danger', test: 'required' },
    { id: 'called-open', kind: 'blocks', field: 'called', test: 'required' },
    { id: 'about-open', kind: 'blocks', field: 'about', test: 'required' },
    { id: 'no-identifier', kind: 'points', field: 'about', test: 'lacks', trait: 'identifier' },
    { id: 'child-named', kind: 'points', field: 'about', test: 'carries', trait: 'child-name' },
    { id: 'all-of-them', kind: 'points', field: 'about', test: 'too-many', most: 2 },
    { id: 'no-offset', kind: 'points', field: 'from', test: 'lacks', trait: 'offset' },
    {
      id: 'too-wide',
      kind: 'points',
      field: 'from',
      test: 'wider',
      to: 'to',
      need: { from: '2026-03-02 08:00:00Z', to: '2026-03-02 12:00:00Z' },
    },
    { id: 'label-only', kind: 'points', field: 'facts', test: 'too-short', least: 30 },
    { id: 'name-in-text', kind: 'points', field: 'facts', test: 'names', any: ['Mira Tolen'] },
    {
      id: 'no-penalty',
      kind: 'fine',
      field: 'facts',
      when: { field: 'danger', is: ['no'] },
      test: 'says-none',
      any: ['years', 'fine'],
    },
  ],
  points: [
    { id: 'identifier', lostBy: ['about-open', 'no-identifier'] },
    { id: 'window', lostBy: ['no-offset', 'too-wide'] },
    { id: 'child', lostBy: ['child-named', 'name-in-text'] },
    { id: 'facts', lostBy: ['label-only'] },
  ],
  replies: [
    { id: 'no-offset-back', kind: 'returned', rules: ['no-offset'] },
    { id: 'at-once', kind: 'accepted', rules: [], when: { field: 'danger', is: ['yes'] } },
    { id: 'in-part', kind: 'partly', rules: ['too-wide', 'all-of-them'] },
    { id: 'accepted', kind: 'accepted', rules: [] },
  ],
};

/** A form with which nothing is wrong. */
export const clean: Draft = {
  danger: { picked: ['no'] },
  about: { picked: ['account'] },
  from: { picked: ['from'] },
  to: { picked: ['to'] },
  facts: { text: 'The account booked a pitch twice; the offence carries up to two years.' },
};
