/** The catalogues: same keys, same slots, and Chinese that keeps the words of the story apart. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogues, type MessageKey, message } from '../../src/trace/index.ts';

const { en, zh } = catalogues;
const keys = Object.keys(en) as MessageKey[];
const slots = (text: string) =>
  [...text.matchAll(/\{(\w+)(?:\|[^{}|]+\|[^{}|]+)?\}/g)].map((match) => match[1]).sort();

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
  });

  it.each(['en', 'zh'] as const)('have each key in one topic only: %s', async (lang) => {
    const folder = new URL(`../../src/trace/catalogue/${lang}/`, import.meta.url);
    const topics = readdirSync(folder).filter((name) => name !== 'index.ts');
    const words = await Promise.all(topics.map((name) => import(new URL(name, folder).href)));
    const all = words.flatMap((module) => Object.values<object>(module).flatMap(Object.keys));
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
    expect(all).toHaveLength(keys.length);
  });

  it.each(keys)('%s has the same slots in both languages', (key) => {
    expect([...new Set(slots(zh[key]))]).toEqual([...new Set(slots(en[key]))]);
  });

  it('leave no text empty, and no Chinese one in English', () => {
    expect(keys.filter((key) => en[key] === '' || zh[key] === '')).toEqual([]);
    const chinese = /[\u4e00-\u9fff]/;
    const worded = keys.filter((key) => /[a-z]{4,} [a-z]{3,} [a-z]{2,}/.test(en[key]));
    expect(worded.filter((key) => !chinese.test(zh[key]))).toEqual([]);
  });

  it('keep 加密/解密 for secrecy and never for signatures', () => {
    const told = keys.filter((key) => !key.startsWith('myth.'));
    expect(told.filter((key) => /私钥加密|公钥解密|HTTP ?三次握手/.test(zh[key]))).toEqual([]);
  });

  it('say one case, and two cases', () => {
    const counts = (total: number) => ({ total, passed: total, failed: 0, skipped: 0 });
    const told = [0, 1, 2].map((total) => message('en', 'vectors.report.counts', counts(total)));
    expect(told.map((text) => text.split(':')[0])).toEqual(['0 cases', '1 case', '2 cases']);
  });

  it('fill slots, and leave nothing of them', () => {
    expect(message('en', 'cli.error.noFile', { path: 'a.txt' })).toBe('a.txt: no such file or folder');
    expect(message('zh', 'cli.error.noFile', { path: 'a.txt' })).toContain('a.txt：');
  });

  it('fill a slot with text that looks like a slot', () => {
    expect(message('en', 'cli.error.noFile', { path: '{path}$&' })).toBe('{path}$&: no such file or folder');
  });
});
