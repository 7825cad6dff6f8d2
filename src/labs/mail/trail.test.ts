import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { generateMail, writeMailTime } from './generate.ts';
import { mailTime, parseReceived } from './received.ts';
import { contradictions, readTrail } from './trail.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

async function receivedOf(text: string): Promise<string[]> {
  const { headers } = await PostalMime.parse(text);
  return headers.filter(({ key }) => key === 'received').map(({ value }) => value);
}

test('the library keeps the lines in the order of the message, whole and unfolded', async () => {
  const values = await receivedOf(generateMail('forged', 4).text);
  expect(values).toHaveLength(5);
  expect(values.map((value) => parseReceived(value).by)).toEqual([
    'store.example.org',
    'mx.example.org',
    'out.example.net',
    'web.example.net',
    'mail.example.com',
  ]);
});

test('a line is taken apart into what was said, what was seen, who wrote it and when', () => {
  expect(
    parseReceived(
      'from mail.example.net (gw.example.net [198.51.100.24])\r\n by mx.example.org with ESMTPS id 7F2A;\r\n Thu, 12 Mar 2026 18:04:31 +0200',
    ),
  ).toEqual({
    said: 'mail.example.net',
    seenName: 'gw.example.net',
    seenAddress: '198.51.100.24',
    by: 'mx.example.org',
    written: 'Thu, 12 Mar 2026 18:04:31 +0200',
    offset: 120,
    at: Date.UTC(2026, 2, 12, 16, 4, 31) / 1000,
  });
});

test('a line without a name, a time or a known shape gives what it has and no more', () => {
  expect(parseReceived('from [2001:db8:4::9] by web.example.net;')).toEqual({
    seenAddress: '2001:db8:4::9',
    by: 'web.example.net',
    written: '',
  });
  expect(parseReceived('nonsense')).toEqual({});
});

test.each([
  ['Thu, 12 Mar 2026 21:49:28 +0545', 345],
  ['12 Mar 2026 12:58:02 -0500', -300],
  ['Thu, 12 Mar 2026 16:04:28 +0000', 0],
])('%s is read with its offset', (text, offset) => {
  expect(mailTime(text)?.offset).toBe(offset);
});

test.each([
  'Thu, 12 Mar 2026 16:04:28',
  'Thu, 12 Mar 2026 16:04:28 EST',
  '31 Feb 2026 10:00:00 +0000',
  '',
])('`%s` has no moment, and none is guessed', (text) => {
  expect(mailTime(text)).toBeUndefined();
});

test('what is written is read back, for any offset of a quarter of an hour', () => {
  for (let offset = -720; offset <= 840; offset += 15) {
    const at = 1_773_331_468 + offset;
    expect(mailTime(writeMailTime(at, offset))).toEqual({ offset, at });
  }
});

test('on every seed the boundary stands below the own servers, and moves when lines are confirmed', async () => {
  for (const seed of seeds) {
    const mail = generateMail('forged', seed);
    const values = await receivedOf(mail.text);
    const today = readTrail(values, mail.own);
    expect(today.boundary).toBe(2);
    expect(today.lead).toEqual(mail.lead);
    expect(readTrail(values, [...mail.own, ...mail.confirmed]).boundary).toBe(4);
    expect(today.hops.map(({ at }) => at)).toEqual(mail.times);
  }
});

test('on every seed the forged line contradicts the one above, and the odd one does not', async () => {
  for (const seed of seeds) {
    const mail = generateMail('forged', seed);
    const trail = readTrail(await receivedOf(mail.text), mail.own);
    expect(contradictions(trail).map(({ line }) => line)).toEqual([mail.forged]);
    const odd = trail.hops[(mail.odd ?? 0) - 1];
    expect((odd?.offset ?? 0) % 60).not.toBe(0);
    expect(odd?.since).toBeGreaterThan(0);
  }
});

test('on every seed the clean message has nothing to find', async () => {
  for (const seed of seeds) {
    const mail = generateMail('clean', seed);
    const trail = readTrail(await receivedOf(mail.text), [...mail.own, ...mail.confirmed]);
    expect(trail.boundary).toBe(3);
    expect(contradictions(trail)).toEqual([]);
    expect(trail.hops.every(({ linked }) => linked !== false)).toBe(true);
  }
});

test('a server that only says it is trusted is not, if the line above saw another one', () => {
  const values = [
    'from mx.example.org (mx.example.org [192.0.2.10]) by store.example.org; Thu, 12 Mar 2026 18:04:40 +0200',
    'from a.example.net ([198.51.100.7]) by out.example.net; Thu, 12 Mar 2026 18:04:31 +0200',
  ];
  expect(readTrail(values, ['store.example.org', 'out.example.net']).boundary).toBe(1);
});

test('a message without a Received line has no boundary to speak of and no lead', () => {
  expect(readTrail([], ['mx.example.org'])).toEqual({ hops: [], boundary: 0 });
});
