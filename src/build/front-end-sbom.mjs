// Writes the CycloneDX SBOM of the front-end packages, from package-lock.json alone: node front-end-sbom.mjs FILE
// `npm sbom` is not used: npm 9, which Debian has, lacks it, and what it writes differs at each call.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const packages = read(new URL('../../package-lock.json', import.meta.url)).packages;
// Of packages whose package.json points to a file, and of works of others within packages.
const stated = read(new URL('front-end-licences.json', import.meta.url));

const licences = (licence) => [{ license: licence }];

function component(path, { version, license, integrity }) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const ref = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const { licence = { id: license }, holds = [] } = stated[name] ?? {};
  const [algorithm, hash] = integrity.split('-');
  const within = holds.map(({ licence: own, ...work }) => ({
    type: 'library',
    'bom-ref': `${ref}#${work.name}`,
    ...work,
    licenses: licences(own),
  }));
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
    licenses: licences(licence),
    purl: ref,
    ...(within.length > 0 && { components: within }),
  };
}

const sbom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev)
    .map(([path, entry]) => component(path, entry)),
};
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(sbom, null, 2)}\n`);
