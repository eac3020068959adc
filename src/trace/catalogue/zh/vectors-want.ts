/** 带随机性的运算可以给出什么。 */
export const vectorsWant = {
  'vectors.want.decrypts': '任何解密后得到 {msg} 的密文',
  'vectors.want.verifies': '任何能通过验签的签名',
} as const;
