/** Expected output as a pattern: `…` is anything within a line, and on a line of its own any lines. */
export function pattern(lines: readonly string[]): RegExp {
  const escaped = lines
    .join('\n')
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line === '…') return '[^]*';
      const parts = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return parts.join('.*');
    });
  return new RegExp(`^${escaped.join('\n')}$`);
}
