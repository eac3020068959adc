/** A certification request for people. */
import { oidName } from '../../../asn1/index.ts';
import { type CertificationRequest, verifySignature } from '../../../x509/index.ts';
import { derText } from '../../der-view.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { type Field, fieldLines } from './field-lines.ts';
import { extensionLines, keyLines, signatureLines, subjectText, type ViewOptions } from './signed-view.ts';

/** The attributes that ask for extensions, which are shown as such. */
const EXTENSION_REQUESTS: ReadonlySet<string> = new Set(['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14']);

export function requestLines(
  session: Session,
  request: CertificationRequest,
  { all }: ViewOptions,
): string[] {
  const label = (name: 'subject' | 'key' | 'signature') => session.say(`cert.label.${name}`);
  const fields: Field[] = [
    { label: label('subject'), lines: [subjectText(session, request.subject, all)] },
    { label: label('key'), lines: keyLines(session, request.publicKey, all) },
    {
      label: label('signature'),
      lines: [...signatureLines(session, request, all), possessionText(session, request)],
    },
    ...request.attributes
      .filter(({ type }) => !EXTENSION_REQUESTS.has(type))
      .map(({ type, values }) => ({
        label: oidName(type) ?? type,
        lines: values.map((value) => derText(session, value)),
      })),
  ];
  return [...fieldLines(session, fields), ...extensionLines(session, request.extensions, all)];
}

/** A request is signed with its own key, which shows that whoever asks has it. */
function possessionText(session: Session, request: CertificationRequest): string {
  const { red } = colorsOf(session);
  const verdict = verifySignature(request, request.publicKey);
  if (verdict.valid) return session.say('cert.value.possession');
  const isUnknown = verdict.reason === 'unsupported-key' || verdict.reason === 'unsupported-signature';
  return isUnknown
    ? session.say('cert.value.possessionUnknown')
    : red(session.say('cert.value.noPossession'));
}
