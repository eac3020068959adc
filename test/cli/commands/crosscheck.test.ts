/** What the command says of rows that fail, which the real table has none of. */
import { Command } from '@commander-js/extra-typings';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { register } from '../../../src/cli/commands/crosscheck.ts';
import { openSession } from '../../../src/cli/session.ts';
import type { Implementation, Operation } from '../../../src/crosscheck/index.ts';
import { withCode } from '../../with-code.ts';

const { rows } = vi.hoisted(() => ({ rows: [] as Operation[] }));
vi.mock('../../../src/crosscheck/operations.ts', () => ({ operations: rows, selectOperations: () => rows }));

const giving = (byte: number): Implementation => ({ run: () => Uint8Array.of(byte) });

function row(name: string, differences: Partial<Operation> = {}): Operation {
  return {
    name,
    inputs: fc.record({ msg: fc.constant(Uint8Array.of(7)) }),
    timed: { bytes: 1, inputs: () => ({ msg: Uint8Array.of(7) }) },
    scratch: giving(1),
    reference: { name: 'other', open: async () => giving(1) },
    ...differences,
  };
}

const throwing = fc.constant(0).map((): never => {
  throw new Error('none left');
});

async function runCommand(operations: readonly Operation[], json: boolean) {
  rows.splice(0, rows.length, ...operations);
  const printed: string[] = [];
  const values: unknown[] = [];
  const session = {
    ...openSession(json ? ['--json'] : [], {}),
    print: (text: string) => void printed.push(text),
    printJson: (value: unknown) => void values.push(value),
  };
  const command = new Command('crosscheck');
  register(command as Parameters<typeof register>[0], session);
  const error = await command.parseAsync(['--runs', '3'], { from: 'user' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, values, text: printed.join('\n') };
}

describe('crypto crosscheck', () => {
  const failing = [
    row('alpha'),
    row('beta', { incremental: giving(2) }),
    row('gamma', { inputs: throwing }),
    row('delta', { reference: { name: 'gone', open: () => Promise.reject(new Error('no such')) } }),
  ];

  it('names every row that proves nothing, and says why', async () => {
    const { error, text } = await runCommand(failing, false);
    expect(error).toEqual(withCode('check-failed', /in beta, gamma, delta$/));
    expect(text).toContain('beta: smallest input on which they differ\n  msg: 07\n  ours: 01\n');
    expect(text).toContain('\n  ours: 01\n  ours, in pieces: 02\n  reference: 01\n');
    expect(text).toContain(
      'gamma: the check broke off: after 0 of 3 runs: the next inputs cannot be drawn: none left\n',
    );
    expect(text).toContain('delta: the reference cannot be loaded: no such\n');
    expect(text).not.toContain('alpha:');
  });

  it('does not call that agreed in json', async () => {
    for (const bad of failing.slice(1)) {
      const { error } = await runCommand([row('alpha'), bad], true);
      expect(error).toMatchObject({ evidence: { agreed: false, operations: [{ name: 'alpha' }, {}] } });
    }
    const { error, values } = await runCommand([row('alpha')], true);
    expect(error).toBeUndefined();
    expect(values).toMatchObject([{ agreed: true, operations: [{ name: 'alpha', runs: 3, agreed: 3 }] }]);
  });
});
