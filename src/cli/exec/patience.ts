/** How often a program may fail one operation in a row before it is not asked for it any more. */
import { type Saying, saying } from '../../vectors/index.ts';

const MOST = { silences: 3, endings: 10 } as const;

export type Failing = keyof typeof MOST;

export class Patience {
  private readonly failures = new Map<string, Record<Failing, number>>();
  private readonly refused = new Map<string, Saying>();

  failed(op: string, how: Failing): void {
    const failures = this.failures.get(op) ?? { silences: 0, endings: 0 };
    failures[how]++;
    this.failures.set(op, failures);
    if (failures.silences < MOST.silences && failures.endings < MOST.endings) return;
    const times = failures.silences + failures.endings;
    this.refused.set(op, saying('exec.fault.givenUp', { op, times }));
  }

  answered(op: string): void {
    this.failures.delete(op);
  }

  /** Why it is not asked for that operation any more; undefined while it is. */
  refusalOf(op: string): Saying | undefined {
    return this.refused.get(op);
  }
}
