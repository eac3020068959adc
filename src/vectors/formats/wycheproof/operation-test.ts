/** Groups that name an operation of this toolkit, as `crypto vectors make` writes them: fields by their names, and `output`. */

import { operationNamed } from '../../operations/index.ts';
import type { Field } from '../../request.ts';
import { saying } from '../../saying.ts';
import type { JsonObject } from '../json.ts';
import { ask, type ReadGroup, refuses, request, resultOf, skipAll, wants } from './asked.ts';

/** Not bytes, whatever the operation. */
const TEXTS = new Set(['sha', 'mgfSha', 'leaf', 'at', 'host', 'email', 'purpose']);

export const readOperation: ReadGroup = (group) => {
  const op = group.text('op');
  const operation = operationNamed(op);
  if (!operation) return skipAll(saying('vectors.skip.unknownOperation', { op }));
  const names = [...operation.fields, ...(operation.optional ?? [])];
  return (test) => {
    const given = names.filter((name) => test.has(name));
    const asked = request(op, Object.fromEntries(given.map((name) => [name, fieldOf(test, op, name)])));
    if (resultOf(test) === 'invalid') return ask(refuses(test, asked));
    if (operation.output === 'verdict') return ask(wants(test, asked, test.value('output') !== false));
    return ask(wants(test, asked, test.bytes('output')));
  };
};

function fieldOf(test: JsonObject, op: string, name: string): Field {
  const value = test.value(name);
  if (typeof value === 'number') return test.integer(name);
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return test.texts(name);
  // The PRF's label is text, that of OAEP is bytes.
  const isText = TEXTS.has(name) || (name === 'label' && op.startsWith('tls'));
  return isText ? test.text(name) : test.bytes(name);
}
