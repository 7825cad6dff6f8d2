import { expect, test } from 'vitest';
import { addressOf, hashOf, nameOf } from './address.ts';

test.each([
  ['#/en/glossary/', { route: 'en/glossary/', place: '', query: '' }],
  ['#/en/glossary/#term-hash', { route: 'en/glossary/', place: 'term-hash', query: '' }],
  ['#/en/search/?q=chain%20of', { route: 'en/search/', place: '', query: 'q=chain%20of' }],
  ['#/', { route: '', place: '', query: '' }],
])('%s is written as it was read', (hash, address) => {
  expect(addressOf(hash)).toEqual(address);
  expect(hashOf(address)).toBe(hash);
});

test.each([
  ['an empty address is the choice of language', '', ''],
  ['a place without a page is the choice of language', '#main', ''],
  ['a page typed without its last slash is the same page', '#/en/about', 'en/about/'],
])('%s', (_, hash, route) => {
  expect(addressOf(hash).route).toBe(route);
});

test('a place in another script is read from its escaped form, and a broken escape as it stands', () => {
  expect(addressOf('#/ar/about/#%D8%A3%D9%85%D9%86').place).toBe('أمن');
  expect(addressOf('#/ar/about/#100%').place).toBe('100%');
});

test('no two pages share the name of their files', () => {
  expect([nameOf(''), nameOf('en/'), nameOf('en/about/')]).toEqual(['index', 'en', 'en/about']);
});
