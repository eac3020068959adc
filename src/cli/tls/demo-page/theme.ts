/** The colours of all pages that are written into files, by day and by night. */

const LIGHT = `color-scheme: light;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d2330; --soft: #5d6675; --line: #dcdfe5;
  --accent: #1f6f5c; --tint: #e4f1ec; --warn: #8a5a00; --warn-tint: #fdf3dc; --secret: #b3261e; --secret-tint: #fbe9e7; --shade: #1d233055;`;
const DARK = `color-scheme: dark;
  --paper: #14171d; --card: #1c2129; --ink: #e7eaf0; --soft: #9aa4b4; --line: #333b47;
  --accent: #6fd0b4; --tint: #1b322c; --warn: #f0c063; --warn-tint: #302713; --secret: #ff9d94; --secret-tint: #3a1f1d; --shade: #000000cc;`;
const MONO =
  '--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;';

/** As the reader's system has it, unless the page's own switch (`data-theme`) says otherwise; on paper always by day. */
export function theme(): string {
  return `:root { ${LIGHT}
  ${MONO}
}
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${DARK} } }
@media screen { :root[data-theme="dark"] { ${DARK} } }`;
}
