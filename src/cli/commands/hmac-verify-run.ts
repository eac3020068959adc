/** The work of `crypto hmac --verify`: one message against the tag that came with it. */
import { equalConstantTime, toHex } from '../../bytes/index.ts';
import { CheckFailed } from '../check-failed.ts';
import { nameOnLine } from '../checksum-lines.ts';
import { type Digester, digestFile } from '../digests.ts';
import type { Session } from '../session.ts';

/** Says OK, or throws `check-failed`. The true tag is told to nobody: it would be the forgery. */
export async function verifyTag(
  session: Session,
  digester: Digester,
  path: string,
  tag: Uint8Array,
): Promise<void> {
  const { name: algorithm, digestLength } = digester;
  const valid = equalConstantTime(await digestFile(session, digester, path), tag);
  const facts = { algorithm, file: path, tag: toHex(tag), valid };
  if (!valid) {
    const reason =
      tag.length === digestLength
        ? session.say('hash.error.tag', { path })
        : session.say('hash.error.tagLength', { path, expected: digestLength, got: tag.length });
    throw new CheckFailed(reason, facts);
  }
  if (session.json) session.printJson(facts);
  else session.print(`${nameOnLine(path)}: OK`);
}
