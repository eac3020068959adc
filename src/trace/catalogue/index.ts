/**
 * The words of the toolkit, in English and Chinese.
 *
 * English defines the keys and, as `{slots}`, the values each message takes; the Chinese catalogue has the
 * same type, so a missing entry does not compile. Words live in one file per topic and language.
 *
 * `{count|case|cases}` is a number with its noun: 1 case, 2 cases.
 */
import { type Catalogue, en } from './en/index.ts';
import { zh } from './zh/index.ts';

export type { Catalogue };
export type Lang = 'en' | 'zh';

export type MessageKey = keyof Catalogue;

type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Counted}|${string}` ? Counted : Name) | Slots<Rest>
  : never;

/** The values that message `K` asks for. */
export type MessageValues<K extends MessageKey> = { readonly [N in Slots<(typeof en)[K]>]: string | number };

/** The values as an optional last argument where a message has no slots. */
export type ValuesArgument<K extends MessageKey> = [Slots<(typeof en)[K]>] extends [never]
  ? []
  : [values: MessageValues<K>];

export const catalogues: { readonly [L in Lang]: Catalogue } = { en, zh };

/** Message `key` in language `lang`, its slots filled. */
export function message<K extends MessageKey>(lang: Lang, key: K, ...[values]: ValuesArgument<K>): string {
  return fillSlots(catalogues[lang][key], values ?? {});
}

/** As `message`, for keys and values that come from a trace and are known only at run time. */
export function messageOf(lang: Lang, key: MessageKey, values: Readonly<Record<string, string>>): string {
  return fillSlots(catalogues[lang][key], values);
}

function fillSlots(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(
    /\{(\w+)(?:\|([^{}|]+)\|([^{}|]+))?\}/g,
    (slot, name: string, one: string | undefined, more: string | undefined) => {
      const value = values[name];
      if (value === undefined || one === undefined) return String(value ?? slot);
      return `${value} ${String(value) === '1' ? one : more}`;
    },
  );
}
