/** Steps of the RSA explanations, from values as the formulas have them: bytes become hex, integers decimal. */
import { type AnnotatedBytes, toHex } from '../bytes/index.ts';
import type { MessageKey, MessageValues, TraceStep } from '../trace/index.ts';

/** The sentences of these explanations. */
export type RsaKey = Extract<MessageKey, `explain.rsa.${string}`>;

export type Value = Uint8Array | bigint | number | string;

/** What a step holds: `value`, after which it is named, and whatever its sentence has slots for. */
export type RsaValues<K extends RsaKey> = { readonly value: Value } & {
  readonly [N in keyof MessageValues<K>]: Value;
} & Readonly<Record<string, Value>>;

/** One step; `fields` where its value is a block with a layout. */
export function rsaStep<K extends RsaKey>(
  id: string,
  clause: string,
  say: K,
  values: RsaValues<K>,
  fields?: readonly AnnotatedBytes[],
): TraceStep {
  return { id, clause, say, values: written(values), ...(fields && { fields }) };
}

/** Bytes in lower hex, integers in decimal, text as it is. */
export function written(values: Readonly<Record<string, Value>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? toHex(value) : String(value),
    ]),
  );
}
