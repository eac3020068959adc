/** Measures for `crypto bench`, and shows it. */
import { MESSAGE_LENGTH, measureCosts, ROUNDS, type Times } from '../../crosscheck/index.ts';
import { seededRandom } from '../../random/index.ts';
import { generateKey } from '../../rsa/index.ts';
import { startSteps } from '../io/progress.ts';
import { table } from '../render.ts';
import type { Session } from '../session.ts';
import { prose } from '../wrap.ts';

const RSA_REFERENCE = 'jsbn';
const AES_REFERENCE = '@noble/ciphers';

export async function runBench(session: Session, bits: number): Promise<void> {
  const steps = startSteps(session, 5);
  // The same key every time: what it costs must not depend on the key that was drawn.
  const key = generateKey(bits, { random: seededRandom('crypto-primer/bench') });
  await steps.next();
  const costs = await measureCosts(
    key,
    () => performance.now(),
    () => steps.next(),
  );
  steps.stop();
  if (session.json) {
    const references = { rsa: RSA_REFERENCE, aes: AES_REFERENCE };
    session.printJson({
      bits,
      unit: 'ms',
      rounds: ROUNDS,
      messageLength: MESSAGE_LENGTH,
      references,
      ...costs,
    });
    return;
  }
  const { limit, sendings } = costs;
  const heading = (['operation', 'scratch', 'reference'] as const).map((name) =>
    session.say(`bench.column.${name}`),
  );
  session.print(
    table(
      [...heading, ''],
      [
        [session.say('bench.public', { bits }), ...both(costs.rsaPublic), RSA_REFERENCE],
        [session.say('bench.private', { bits }), ...both(costs.rsaPrivate), RSA_REFERENCE],
        [session.say('bench.aes'), ...both(costs.aesSeal), AES_REFERENCE],
      ],
    ),
  );
  const columns = [
    'way',
    'messages',
    'bytes',
    'sender',
    'receiver',
    'referenceSender',
    'referenceReceiver',
  ] as const;
  session.print('');
  session.print(
    table(
      columns.map((name) => session.say(`bench.send.column.${name}`)),
      sendings.map(({ way, messages, bytes, sender, receiver }) => [
        session.say(`bench.send.${way}`),
        messages.toLocaleString('en'),
        bytes.toLocaleString('en'),
        duration(sender.scratch),
        duration(receiver.scratch),
        duration(sender.reference),
        duration(receiver.reference),
      ]),
    ),
  );
  const [alone, rsa] = sendings;
  const factor = (rsa!.receiver.scratch / alone!.receiver.scratch).toFixed(0);
  session.print('');
  session.print(prose(session.stdout, session.say('bench.limit', { bits, ...limit })));
  session.print(prose(session.stdout, session.say('bench.factor', { factor })));
  session.print(prose(session.stdout, session.say('bench.computed', { rounds: ROUNDS })));
}

function both({ scratch, reference }: Times): string[] {
  return [duration(scratch), duration(reference)];
}

function duration(ms: number): string {
  return ms < 999.5 ? `${threeDigits(ms)} ms` : `${threeDigits(ms / 1000)} s`;
}

/** Three significant digits, and never an exponent. */
function threeDigits(value: number): string {
  return value < 99.95 ? value.toPrecision(3) : value.toFixed(0);
}
