/** HTML in which nothing is forgotten to be escaped: whatever is put into a template is text, unless it is HTML already. */

export class Html {
  readonly text: string;

  /** Only for what is written in this program. */
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The template, its values escaped; lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, i) => (i === 0 ? text : written(parts[i - 1]!) + text)).join(''));
}

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
  if (typeof part === 'number') return String(part);
  return part.map(written).join('');
}
