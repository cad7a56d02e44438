import type { Catalogue } from './en.ts';
import { en } from './en.ts';

export const fr = en satisfies Catalogue;
