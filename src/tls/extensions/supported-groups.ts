/**
 * supported_groups: the curves and the groups of Diffie–Hellman that a client can do (RFC 8422, 5.1.1; RFC 7919, 2).
 * Read only: no suite here needs one yet.
 */
import type { Reader, Writer } from '../../bytes/index.ts';
import { readCodePoints, writeCodePoints } from './code-points.ts';

export interface SupportedGroups {
  readonly name: 'supported_groups';
  readonly groups: readonly number[];
}

export function readSupportedGroups(data: Reader): SupportedGroups {
  const groups = readCodePoints(data, 'named_group_list', 'named_group', 'RFC 8422, 5.1.1');
  return { name: 'supported_groups', groups };
}

export function writeSupportedGroups(data: Writer, { groups }: SupportedGroups): void {
  writeCodePoints(data, groups);
}
