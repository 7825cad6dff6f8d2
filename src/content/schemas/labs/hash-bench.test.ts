import { expect, test } from 'vitest';
import { differingBytes, flipBit } from '../../../labs/hash-bench/bytes.ts';
import { digestHex, fromHex } from '../../../labs/hash-bench/digest.ts';
import {
  generateCleanLog,
  generateOwnLog,
  generateReceipt,
} from '../../../labs/hash-bench/generate.ts';
import { findDecoys, findFaults } from '../../../labs/hash-bench/log.ts';
import { readYaml } from '../../read.ts';
import { LabSpine, LabWords } from '../lab.ts';
import { HashBenchData, HashBenchWords } from './hash-bench.ts';

const folder = 'courses/a2-acquire-hash-hand-over/labs/hash-bench';
const data = HashBenchData.parse(
  readYaml(process.cwd(), `${folder}/lab.yaml`, LabSpine).data?.data,
);
const words = HashBenchWords.parse(
  readYaml(process.cwd(), `${folder}/en.yaml`, LabWords).data?.words,
);

test('the declared receipt is the generated one', () => {
  const receipt = generateReceipt(data.receipt.seed);
  expect(receipt).toHaveLength(data.receipt.bytes);
  expect(digestHex('sha-256', receipt)).toBe(data.receipt.sha256);
});

test('the bit of the worked example turns March into month 13, as its words say', () => {
  const { byte, bit } = data.receipt.flip;
  const receipt = generateReceipt(data.receipt.seed);
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(46, 56));
  expect(text(receipt)).toBe('2026-03-02');
  expect(text(flipBit(receipt, byte, bit))).toBe('2026-13-02');
  expect(words.example.worked).toContain('2026-13-02');
});

test('the declared collision is one: two files, one MD5, two SHA-256 values', () => {
  const { a, b, md5 } = data.collision;
  expect(differingBytes(fromHex(a.hex), fromHex(b.hex))).toHaveLength(2);
  expect([a, b].map(({ hex }) => digestHex('md5', fromHex(hex)))).toEqual([md5, md5]);
  expect([a, b].map(({ hex }) => digestHex('sha-256', fromHex(hex)))).toEqual([a.sha256, b.sha256]);
});

test.each([['clean', generateCleanLog] as const, ['own', generateOwnLog] as const])(
  'the declared %s record is the generated one, and its truth is what the rules find',
  (name, generate) => {
    const { seed, rows, truth, decoys } = data[name];
    expect(rows).toEqual(generate(seed).rows);
    expect(truth.map(({ row, fault, rating }) => ({ row, fault, rating }))).toEqual(
      findFaults(rows),
    );
    expect(decoys).toEqual(findDecoys(rows));
  },
);

test('the own record has twelve rows, four faults of four kinds and two decoys', () => {
  expect(data.own.rows).toHaveLength(12);
  expect(new Set(data.own.truth.map(({ fault }) => fault)).size).toBe(4);
  expect(data.own.decoys).toHaveLength(2);
});

test('every row says in words why it is sound or what is wrong with it, and none says both', () => {
  const faulty = data.own.truth.map(({ row }) => row);
  const all = [...data.clean.rows, ...data.own.rows].map(({ id }) => id);
  expect(Object.keys(words.found).sort()).toEqual(faulty);
  expect(Object.keys(words.sound).sort()).toEqual(all.filter((id) => !faulty.includes(id)).sort());
});

test('readers are said to differ exactly where another rating can be defended', () => {
  const differing = data.own.truth
    .filter(({ defensible }) => defensible.length > 0)
    .map(({ row }) => row);
  const told = Object.entries(words.found)
    .filter(([, { readers }]) => readers)
    .map(([row]) => row);
  expect(told).toEqual(differing);
});

test('every time and seal that the explanations quote stands in the record or follows from it', () => {
  const rows = [...data.clean.rows, ...data.own.rows];
  const known = rows.flatMap(({ time, seal, opened = '' }) => [
    seal,
    opened,
    time.slice(11),
    time.slice(11, 16),
  ]);
  const inUtc = rows.flatMap(({ time }) => [
    new Date(`${time.slice(0, 10)}T${time.slice(11, 16)}:00${time.slice(17) || '+02:00'}`)
      .toISOString()
      .slice(11, 16),
  ]);
  const quoted = [
    ...Object.values(words.sound),
    ...Object.values(words.found).map(({ why }) => why),
  ].flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, quote = '']) => quote));
  expect(quoted.length).toBeGreaterThan(10);
  const offsets = rows.map(({ time }) => time.slice(17));
  expect(quoted.filter((quote) => ![...known, ...inUtc, ...offsets].includes(quote))).toEqual([]);
});

test('each field of the finding has one entry that holds, among its options, with words for all', () => {
  expect(Object.keys(words.finding.fields)).toEqual(data.finding.map(({ id }) => id));
  for (const { id, options, correct } of data.finding) {
    expect(options).toContain(correct);
    expect(Object.keys(words.finding.fields[id]?.options ?? {}).sort()).toEqual(
      [...options].sort(),
    );
  }
  const gaps = [...words.finding.template.join(' ').matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap);
  expect(gaps).toEqual(data.finding.map(({ id }) => id));
});

test('the entry that holds stands first, in the middle and last, so that its place tells nothing', () => {
  expect(new Set(data.finding.map(({ options, correct }) => options.indexOf(correct))).size).toBe(
    3,
  );
});
