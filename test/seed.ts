import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a red run is red for everybody; `FC_SEED` draws others.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1399429090) });
