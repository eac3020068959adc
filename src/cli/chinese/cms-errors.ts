/** What the readers and makers of messages say, in Chinese; the standard's own names of fields stay as they are. */

export const CMS_SENTENCES = {
  'expected 1 to {most} bytes, got {count}': '应为 1 到 {most} 字节，却是 {count} 字节',
  'expected 12 to 16, got {got}': '应为 12 到 16，却是 {got}',
  'expected data, signedData, envelopedData or authEnvelopedData, got {got}':
    '应为 data、signedData、envelopedData 或 authEnvelopedData，却是 {got}',
  'expected one that opens with this key, got one for another key, or one that was changed':
    '应能用这个密钥打开，却是给别的密钥的，或被改动过',
  'expected one that opens with this key and is signed inside, got one for another key, a changed one, or one without a good signature':
    '应能用这个密钥打开，且里面有签名，却是给别的密钥的，或被改动过，或没有有效的签名',
  'expected one for the owner of this key, got one for somebody else': '应是给这个密钥的主人的，却是给别人的',
  'expected rsaEncryption or rsaesOaep, got {got}': '应为 rsaEncryption 或 rsaesOaep，却是 {got}',
  'expected that of the private key, since any of {count} receivers may be its owner, got none':
    '应给出私钥所对应的证书：{count} 个收件人里任何一个都可能是它的主人，却没有给出',
  'expected at least one certificate, got none': '应至少有一张证书，却没有',
  'expected at least one, got none': '应至少有一个，却没有',
  'expected at most {most} bytes, got {count}': '至多 {most} 字节，却有 {count} 字节',
  'expected at most {most} layers, got more': '至多 {most} 层，却更多',
  'expected at most {most} bytes to explain, got {count}; the steps of a short one are the same':
    '要逐步解释，至多 {most} 字节，却有 {count} 字节；短消息的步骤是一样的',
  'expected DER, a PEM block of CMS or PKCS7, or S/MIME, got {got}':
    '应为 DER、带 CMS 或 PKCS7 标签的 PEM，或 S/MIME，却是 {got}',
  'expected a label ({oid}), got {got}': '应为标签 (label，{oid})，却是 {got}',
  'expected the key of a receiver, since the message is encrypted, got none':
    '消息是加密的，应有收件人的私钥，却没有',
  'expected certificates that are trusted, since the message is signed, got none':
    '消息带有签名，应有所信任的证书，却没有',
  'expected certificates that are trusted, or anySigner alone to take a signature by anybody':
    '应有所信任的证书，或只设 anySigner 以接受任何人的签名',
  'expected anything but a SET of attributes where it is signed without any, got one; it could be taken for those of another message':
    '不带属性签名时，内容不可以是属性的 SET，却正是；它可能被当作另一个消息的属性',
  'expected certificates with a subjectKeyIdentifier, got one without':
    '应为带主体密钥标识的证书，却是不带的',
  'expected the key of the certificate, got another': '应为证书所对应的密钥，却是别的密钥',
  'expected one part, got multipart/signed; openssl cms -sign -nodetach -outform PEM writes one that is read':
    '应只有一个部分，却是 multipart/signed；openssl cms -sign -nodetach -outform PEM 写出的可以读',
  'expected application/pkcs7-mime, got {got}': '应为 application/pkcs7-mime，却是 {got}',
  'expected base64 as the transfer encoding, got {got}': '传输编码应为 base64，却是 {got}',
  'expected base64 behind the headers, got other characters, or too few':
    '头部之后应为 base64，却有别的字符，或字符不够',
  'expected none, since the message holds its own, got some': '消息自带内容，不应再给，却给出了',
  'expected what was signed, since the message does not hold it, got none':
    '消息不带内容，应另外给出所签的内容，却没有',
};

export const CMS_NAMES = {
  message: '消息',
  content: '内容',
  recipients: '收件人',
  signers: '签名人',
  identifier: '标识',
  anchors: '信任锚',
  'S/MIME': 'S/MIME',
  BER: 'BER',
  'CMS {field}': 'CMS 的 {field}',
  'OAEP {field}': 'OAEP 的 {field}',
  'RSAES-OAEP-params': 'RSAES-OAEP-params',
};

/** Pieces of these sentences. */
export const CMS_FINDINGS = {
  'at most {count} receivers': '至多 {count} 个收件人',
  'at most {count} signers': '至多 {count} 个签名人',
  'at most {count} certificates': '至多 {count} 张证书',
  'at most {count} lists': '至多 {count} 个撤销列表',
  'a SEQUENCE or [1] to [4]': 'SEQUENCE，或 [1] 到 [4]',
  'more bytes': '更多字节',
  '{count} more bytes': '还有 {count} 字节',
  'a length of at most 8 octets': '至多 8 字节的长度',
  'at most {count} bytes of contents': '至多 {count} 字节的内容',
  'a length of {count}': '长度 {count}',
  '80 of a primitive element': '基本类型元素的 80',
  'OCTET STRINGs as the pieces of one': '各段均为 OCTET STRING',
  '00 00 as the end of contents': '表示内容结束的 00 00',
};
