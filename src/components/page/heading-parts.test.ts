import { expect, test } from 'vitest';
import { headingParts } from './heading-parts.ts';

test('a long Chinese clause may break between two words, never inside one', () => {
  expect(headingParts('获取、哈希、移交：经得起交叉询问的保管', 'zh')).toEqual([
    '获取、哈希、移交：经得起',
    '交叉',
    '询问的保管',
  ]);
  expect(headingParts('哈希值说明的是哪些字节', 'zh').join('|')).toBe('哈希值说明|的是|哪些字节');
});

test('short clauses and other languages stay as they are', () => {
  expect(headingParts('保管记录：讲清来龙去脉', 'zh')).toEqual(['保管记录：讲清来龙去脉']);
  expect(headingParts('Hashes for lawyers', 'en')).toEqual(['Hashes for lawyers']);
});
