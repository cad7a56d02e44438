import type { Plugin } from 'esbuild';

/**
 * An esbuild plugin that replaces `jsonschema`, with which ElectroDB checks the model of each entity at every start:
 * that takes an eighth of a cold start, and always has the same outcome, because our models are constants. The tests
 * of the store run ElectroDB unbundled, where it does check them.
 */
export function trustModels(): Plugin {
  return {
    name: 'trust-models',
    setup(build) {
      build.onResolve({ filter: /^jsonschema$/ }, ({ path }) => ({ path, namespace: 'trusting' }));
      build.onLoad({ filter: /.*/, namespace: 'trusting' }, () => ({ contents: VALIDATOR }));
    },
  };
}

/** The part of it that ElectroDB uses. https://github.com/tywalch/electrodb/blob/master/src/validations.js */
const VALIDATOR = `
  exports.Validator = class {
    addSchema() {}
    validate() { return { errors: [] }; }
  };
  exports.Validator.prototype.customFormats = {};
`;
