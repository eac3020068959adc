/** A revocation list for people. */
import { type CertificateList, findExtension } from '../../../x509/index.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { serialText, shortened, timeText } from '../../visible.ts';
import { extensionField } from './extension-view.ts';
import { type Field, fieldLines } from './field-lines.ts';
import { nameOf } from './name-view.ts';
import { extensionLines, signatureLines, type ViewOptions } from './signed-view.ts';

/** Entries of a revocation list. */
const SHOWN_REVOKED = 20;

export function crlLines(session: Session, crl: CertificateList, options: ViewOptions): string[] {
  const { all, now } = options;
  const label = (name: 'issuer' | 'thisUpdate' | 'nextUpdate' | 'signature' | 'version') =>
    session.say(`cert.label.${name}`);
  const overdue = crl.nextUpdate !== undefined && crl.nextUpdate < now;
  const next = crl.nextUpdate ? timeText(crl.nextUpdate) : session.say('cert.value.none');
  const fields: Field[] = [
    { label: label('issuer'), lines: [nameOf(crl.issuer, all)] },
    { label: label('thisUpdate'), lines: [timeText(crl.thisUpdate)] },
    {
      label: label('nextUpdate'),
      lines: [overdue ? session.say('cert.value.overdue', { time: next }) : next],
    },
    { label: label('signature'), lines: signatureLines(session, crl, all) },
    { label: label('version'), lines: [`v${crl.version}`] },
  ];
  return [
    ...fieldLines(session, fields),
    ...extensionLines(session, crl.extensions, all),
    ...revokedLines(session, crl, all),
  ];
}

function revokedLines(session: Session, { revoked }: CertificateList, all: boolean): string[] {
  const { bold } = colorsOf(session);
  if (revoked.length === 0) return [bold(session.say('cert.value.noneRevoked'))];
  const shown = all ? revoked : revoked.slice(0, SHOWN_REVOKED);
  const fields = shown.map(({ serialNumber, revocationDate, extensions }) => {
    const reason = findExtension(extensions, 'reasonCode')?.reason;
    const others = extensions.filter(({ value }) => value.kind !== 'reasonCode');
    return {
      label: shortened(serialText(serialNumber)),
      lines: [
        [timeText(revocationDate), ...(reason === undefined ? [] : [reason])].join('  '),
        ...others.map((extension) => {
          const { label, lines } = extensionField(session, extension, all);
          return `${label.trim()}: ${lines.join(' ')}`;
        }),
      ],
    };
  });
  const more = revoked.length - shown.length;
  return [
    bold(session.say('cert.value.revoked', { count: revoked.length })),
    ...fieldLines(session, fields, 2),
    ...(more > 0 ? [`  ${session.say('cert.value.moreRevoked', { count: more })}`] : []),
  ];
}
