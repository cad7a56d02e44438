/** Plays one row of the table, in a process of its own: see child.ts. */
import { serve } from '../child.ts';
import { playTogether } from './play.ts';

serve(playTogether);
