import type { Catalogue } from './en.ts';
import { en } from './en.ts';

export const ja = en satisfies Catalogue;
