/** What the explanations say, in Chinese. */

export const EXPLAIN_SENTENCES = {
  'expected at most {most} bytes to explain, got {got}; the steps of a short one are the same':
    '至多讲解 {most} 字节，却是 {got} 字节；短消息的步骤也一样',
  'expected at least one certificate, got {got}': '至少要有一张证书，却是 {got}',
};
