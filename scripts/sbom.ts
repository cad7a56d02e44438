import { execFileSync } from 'node:child_process';

interface Bom {
  components: { 'bom-ref': string; properties: { name: string; value: string }[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * The packages that the bundles are made from, as CycloneDX in JSON: what package-lock.json pins, without what only
 * development needs. Needs no network. https://docs.npmjs.com/cli/commands/npm-sbom
 */
export function materials(root: string): string {
  const options = ['--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  // On Windows npm is a batch file, which takes a shell.
  const all = execFileSync('npm', ['sbom', ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.stringify(withoutDevelopment(JSON.parse(all)), null, 2);
}

/** Not by npm's own `--omit dev`: it leaves out whatever a development dependency needs as well. */
function withoutDevelopment(bom: Bom): Bom {
  const gone = new Set(bom.components.filter(isOfDevelopment).map(({ 'bom-ref': ref }) => ref));
  return {
    ...bom,
    components: bom.components.filter(({ 'bom-ref': ref }) => !gone.has(ref)),
    dependencies: bom.dependencies
      .filter(({ ref }) => !gone.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !gone.has(one)) })),
  };
}

const isOfDevelopment = ({ properties }: Bom['components'][number]): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
