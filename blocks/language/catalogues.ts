import type { Language } from '../../src/game/language.ts';
import { de } from './de.ts';
import { type Catalogue, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';

export const CATALOGUES: Record<Language, Catalogue> = { en, es, de, fr, pt, ja };
