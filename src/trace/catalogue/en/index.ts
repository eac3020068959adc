/** All topics of this language. */
import { classical } from './classical.ts';
import { cli } from './cli.ts';
import { image } from './image.ts';
import { modes } from './modes.ts';
import { story } from './story.ts';

export const en = { ...cli, ...classical, ...modes, ...image, ...story } as const;

/** What every language has: a text for each English key. */
export type Catalogue = { readonly [K in keyof typeof en]: string };
