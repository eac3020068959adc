/** A small operation for the tests of the cross-check: every byte is complemented. */
import fc from 'fast-check';
import { type Operation, operation } from '../../src/crosscheck/index.ts';

export type Message = { readonly msg: Uint8Array };
export const messages: fc.Arbitrary<Message> = fc.record({
  msg: fc.uint8Array({ maxLength: 300, size: 'max' }),
});
export const complement = ({ msg }: Message) => msg.map((byte) => ~byte);

/** An operation that agrees with itself, except for what is given. */
export function example(differences: Partial<Operation<Message>> = {}): Operation {
  return operation<Message>({
    name: 'example',
    inputs: messages,
    timed: { bytes: 1000, inputs: () => ({ msg: new Uint8Array(1000) }) },
    scratch: { run: complement },
    reference: { name: 'the same', open: async () => ({ run: complement }) },
    ...differences,
  });
}
