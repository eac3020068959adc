/** Arguments of messages. */
import { utf8 } from '../../src/bytes/index.ts';
import * as cms from '../../src/cms/index.ts';
import { alice, bob } from '../cms/people.ts';
import { exported, type Row } from './row.ts';

const content = utf8('sixteen letters.');
const sealing = { recipients: [bob.certificate] };
const signing = { signers: [alice] };
const message = cms.encryptMessage(content, sealing);
const enveloped = cms.parseMessage(message);
const signed = cms.parseMessage(cms.signMessage(content, signing));

export const cmsRows: readonly Row[] = exported(
  {
    ...cms,
    // These take what the parser gives, and options that have tests of their own.
    decryptMessage: () => enveloped.type === 'envelopedData' && cms.decryptMessage(enveloped.enveloped, bob),
    verifyMessage: () =>
      signed.type === 'signedData' && cms.verifyMessage(signed.signed, { anySigner: true }),
    openMessage: () => cms.openMessage(signed, { anySigner: true }),
  },
  {
    decryptMessage: {},
    encodeMessageFile: { der: message, form: 'pem' },
    encryptMessage: { content, options: sealing },
    makeSigned: { content, options: signing },
    messageDer: { message },
    openMessage: {},
    parseMessage: { message },
    parseMessageFile: { message },
    sealEnvelope: { content, options: sealing },
    signMessage: { content, options: signing },
    verifyMessage: {},
  },
);
