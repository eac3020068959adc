/** Kinds of tests that only our own files have: paddings, values on the way, recorded connections. */
import { concat } from '../../../bytes/index.ts';
import { HASHES } from '../../../hash/index.ts';
import { operationNamed } from '../../operations/index.ts';
import { saying } from '../../saying.ts';
import type { JsonObject } from '../json.ts';
import {
  type Asked,
  ask,
  type ReadGroup,
  type ReadTest,
  refuses,
  request,
  resultOf,
  skip,
  skipAlgorithm,
  wants,
} from './asked.ts';
import { hashNamed } from './hash-names.ts';

/** Padding and taking it off; an invalid one has only what cannot be unpadded, or what cannot be padded. */
export const readPadding: ReadGroup = (group) => {
  const padding = group.text('padding');
  const blockSize = group.integer('blockSize');
  return (test) => {
    if (!operationNamed(`${padding}-pad`)) return skipAlgorithm(`padding ${padding}`);
    const padded = test.has('padded') ? test.bytes('padded') : undefined;
    const msg = test.has('msg') ? test.bytes('msg') : undefined;
    const unpadding = padded && request(`${padding}-unpad`, { msg: padded, blockSize });
    if (resultOf(test) === 'invalid') return ask(...(unpadding ? [refuses(test, unpadding)] : []));
    const checks = [
      ...(msg && padded ? [wants(test, request(`${padding}-pad`, { msg, blockSize }), padded)] : []),
      ...(msg && unpadding
        ? [wants(test, unpadding, test.has('unpadded') ? test.bytes('unpadded') : msg)]
        : []),
    ];
    return ask(...checks);
  };
};

/** Of the values on the way, what comes out last. */
export function readSteps(op: string, rename: Readonly<Record<string, string>>): ReadGroup {
  return () => (test) => {
    if (!test.has('output')) return skip(saying('vectors.skip.noOperation', { what: 'steps' }));
    const fields = Object.entries(rename).map(([name, field]) => [field, stepInput(test, name)] as const);
    return ask(wants(test, request(op, Object.fromEntries(fields)), test.bytes('output')));
  };
}

function stepInput(test: JsonObject, name: string) {
  if (name === 'length') return test.integer(name);
  return name === 'label' ? test.text(name) : test.bytes(name);
}

/** What no operation asks for: our own tests do. */
export function readNothing(what: string): ReadGroup {
  const nothing = skip(saying('vectors.skip.noOperation', { what }));
  const read: ReadTest = () => nothing;
  return () => read;
}

/** The master secret of a recorded connection, from what went over the wire (RFC 5246, 8.1; RFC 7627, 4). */
export const readConnection: ReadGroup = () => (test) => {
  const flights = test.objects('flights').map((flight) => flight.bytes('bytes'));
  const sha = test.text('suite').endsWith('_SHA384') ? 'SHA-384' : 'SHA-256';
  const [premasterSecret, masterSecret] = [test.bytes('premasterSecret'), test.bytes('masterSecret')];
  const messages = flights.slice(0, 3).map(handshakeIn);
  // Before the random stand the message's type and length, and the version.
  const serverRandom = messages[1]?.slice(6, 38);
  if (!serverRandom || messages.length < 3) throw test.fault('three flights', flights.length, 'flights');
  const asked: Asked =
    test.value('extendedMasterSecret') === true
      ? ask(
          wants(
            test,
            request('tls12-extended-master-secret', {
              premasterSecret,
              sessionHash: HASHES[hashNamed(sha)!.id](concat(...messages)),
              sha,
            }),
            masterSecret,
          ),
        )
      : ask(
          wants(
            test,
            request('tls12-master-secret', {
              premasterSecret,
              clientRandom: test.bytes('clientRandom'),
              serverRandom,
              sha,
            }),
            masterSecret,
          ),
        );
  return asked;
};

/** The handshake messages of a flight before ChangeCipherSpec: what the records of their type carry. */
function handshakeIn(flight: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at + 5 <= flight.length && flight[at] === 0x16) {
    const end = at + 5 + flight[at + 3]! * 256 + flight[at + 4]!;
    parts.push(flight.subarray(at + 5, end));
    at = end;
  }
  return concat(...parts);
}
