/** The reports for programs: TAP, JUnit XML as another parser reads it, and Gradescope's results.json. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  type CaseResult,
  failureLines,
  gradescopeReport,
  junitReport,
  tapReport,
} from '../../../src/vectors/index.ts';
import { hasPeer } from '../../interop/peer.ts';
import { bytes, EVIL, failed, fileOf, passed, skipped } from './results.ts';

const files = [
  fileOf('one.json', [passed('1'), failed('2'), skipped('3')]),
  fileOf('two & "more".json', [skipped('1')]),
];
const ONE_LINE = 'a\\u{1b}[31m<b> & "c"\\u{a}# SKIP \\ \\u{202e}\\u{d800}';

/** What kinds of lines there are, which tests failed or were skipped, and what is wrong with it. */
const READ_TAP = `
local $/; my $parser = TAP::Parser->new({ tap => scalar <STDIN> }); my %kinds;
while (my $line = $parser->next) { $kinds{$line->type}++ }
my $kinds = join " ", map { $kinds{$_} > 1 ? "$_:$kinds{$_}" : $_ } sort { $kinds{$a} <=> $kinds{$b} || $a cmp $b } keys %kinds;
print join " / ", $kinds, "failed " . join(" ", $parser->failed), "skipped " . join(" ", $parser->skipped), "errors " . join("; ", $parser->parse_errors);
`;

describe('TAP', () => {
  it('has a plan, and a test point for each case', () => {
    expect(tapReport('en', files)).toBe(`TAP version 13
1..4
ok 1 - one.json 1: ${ONE_LINE.replace(/[\\#]/g, '\\$&')}
not ok 2 - one.json 2: wrong
  ---
  message: |
    key: 000102030405060708090a0b0c0d0e0f
    msg: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f… (200)
    got: 0001
    want: 00ff
  ...
ok 3 - one.json 3 # SKIP ECDSA: not an algorithm of this toolkit
ok 4 - two & "more".json 1 # SKIP ECDSA: not an algorithm of this toolkit
`);
  });

  it.skipIf(!hasPeer('perl', ['-MTAP::Parser', '-e', '1']))('is read by Perl without a fault', () => {
    const read = execFileSync('perl', ['-MTAP::Parser', '-e', READ_TAP], {
      input: tapReport('en', files),
      encoding: 'utf8',
    });
    expect(read).toBe('plan version yaml test:4 / failed 2 / skipped 3 4 / errors ');
  });
});

/** Names, counts and texts of a report, as Python's parser has them. */
const READ = `
import json, sys
import xml.etree.ElementTree as E
root = E.parse(sys.stdin.buffer).getroot()
case = lambda c: [c.get("classname"), c.get("name"), [[k.tag, k.get("message"), k.text] for k in c]]
suite = lambda s: [s.get("name"), s.get("tests"), s.get("failures"), s.get("errors"), s.get("skipped"), [case(c) for c in s]]
print(json.dumps([root.tag, root.get("tests"), root.get("failures"), root.get("skipped"), [suite(s) for s in root]]))
`;

describe('JUnit', () => {
  it.skipIf(!hasPeer('python3', ['--version']))('is read by another parser as it was meant', () => {
    const xml = junitReport('en', files);
    const read = JSON.parse(execFileSync('python3', ['-c', READ], { input: xml, encoding: 'utf8' }));
    const skip = ['skipped', 'ECDSA: not an algorithm of this toolkit', null];
    const text = expect.stringMatching(/^key: 00.*\nmsg: 00.*… \(200\)\ngot: 0001\nwant: 00ff$/);
    expect(read).toEqual([
      'testsuites',
      '4',
      '1',
      '2',
      [
        [
          'one.json',
          '3',
          '1',
          '0',
          '1',
          [
            ['one.json', `1: ${ONE_LINE}`, []],
            ['one.json', '2: wrong', [['failure', 'aes-cbc-encrypt', text]]],
            ['one.json', '3', [skip]],
          ],
        ],
        ['two & "more".json', '1', '0', '0', '1', [['two & "more".json', '1', [skip]]]],
      ],
    ]);
  });

  it('has no character that XML 1.0 does not allow, not even in the name of a file', () => {
    const xml = junitReport('en', [fileOf(`\u0000\ufffe${EVIL}`, [passed('1')])]);
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/);
  });
});

describe('results.json', () => {
  it('has a test for each file and a point for each case that was checked', () => {
    const report = gradescopeReport('en', files);
    expect(report).toMatchObject({ score: 1, output: '4 cases: 1 passed, 1 failed, 2 skipped' });
    expect(report.tests).toMatchObject([
      {
        score: 1,
        max_score: 2,
        status: 'failed',
        name: 'one.json',
        number: '1',
        visibility: 'visible',
        tags: ['Edge'],
      },
      { score: 0, max_score: 0, number: '2' },
    ]);
    expect(report.tests[0]!.output).toMatch(/1 skipped: ECDSA: .*\n\n2: wrong\nkey: /s);
    expect(report.tests[1]!.output).toContain('nothing was checked');
  });

  it('tells ten failures of a file, and how many there are', () => {
    const many = Array.from({ length: 13 }, (_, i) => failed(String(i)));
    const { output } = gradescopeReport('en', [fileOf('f', many)]).tests[0]!;
    expect(output.match(/^want: /gm)).toHaveLength(10);
    expect(output).toMatch(/\n3 more failed$/);
  });
});

describe('a failed case', () => {
  const lines = (result: CaseResult, options = {}) =>
    result.status === 'failed' ? failureLines('en', result.failure, options).slice(2) : [];

  it('shows long outputs where they part', () => {
    expect(lines(failed('1', bytes(80), bytes(80, 71)))).toEqual([
      'got: …404142434445464748494a4b4c4d4e4f',
      'want: …40414243444546ff48494a4b4c4d4e4f',
      'they differ from byte 71 on (the first is byte 0)',
    ]);
  });

  it('shows where one of them ends', () => {
    expect(lines(failed('1', bytes(64), bytes(80)))).toEqual([
      'got: …',
      'want: …404142434445464748494a4b4c4d4e4f',
      'they differ from byte 64 on (the first is byte 0)',
    ]);
  });

  it('shows them from the start where they part early, and whole when asked', () => {
    const early = failed('1', bytes(80), bytes(80, 3));
    expect(lines(early)[1]).toMatch(/^want: 000102ff[\da-f]{88}… \(80\)$/);
    expect(lines(failed('1', bytes(80), bytes(80, 71)), { whole: true })).toHaveLength(2);
  });

  it('says what an error says, and hides nothing in it', () => {
    const result = failed('1');
    if (result.status !== 'failed') throw new Error('expected a failure');
    const got = { kind: 'error', error: EVIL } as const;
    expect(failureLines('en', { ...result.failure, got })[2]).toBe(`got: an error: ${ONE_LINE}`);
    const want = { kind: 'refusal', code: 'bad-tag' } as const;
    expect(failureLines('zh', { ...result.failure, want })[3]).toBe('应为: 拒绝 (bad-tag)');
  });
});
