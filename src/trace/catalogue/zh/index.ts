/** All topics of this language. */
import type { Catalogue } from '../en/index.ts';
import { classical } from './classical.ts';
import { cli } from './cli.ts';
import { image } from './image.ts';
import { modes } from './modes.ts';
import { story } from './story.ts';

export const zh: Catalogue = { ...cli, ...classical, ...modes, ...image, ...story };
