import type { Catalogue } from './en.ts';
import { en } from './en.ts';

export const es = en satisfies Catalogue;
