/** What is quoted of a program that crashed: the line with the error, in the languages that students write. */
import { expect, it } from 'vitest';
import { lastWordsIn } from '../../../src/cli/exec/process.ts';

it.each([
  ['Traceback (most recent call last):\n  File "aes.py", line 3\nKeyError: 9\n', 'KeyError: 9'],
  [
    '/a/aes.js:1\n\nTypeError: no\n    at f (/a/aes.js:1:7)\n    at node:internal/main\n\nNode.js v20.20.2\n',
    'TypeError: no',
  ],
  [
    "node:internal:1\n  throw err;\n  ^\n\nError: Cannot find module '/a/b.js'\n    at f {\n  code: 'X',\n  requireStack: []\n}\n\nNode.js v20.20.2\n",
    "Error: Cannot find module '/a/b.js'",
  ],
  ['Segmentation fault', 'Segmentation fault'],
  ['at \n\n', 'at'],
  ['', ''],
])('%j', (stderr, words) => expect(lastWordsIn(stderr)).toBe(words));
