/** All topics of this language. */
import { classical } from './classical.ts';
import { cli } from './cli.ts';
import { image } from './image.ts';
import { modes } from './modes.ts';
import { story } from './story.ts';

export const en = { ...cli, ...classical, ...modes, ...image, ...story } as const;
