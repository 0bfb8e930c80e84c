// Checks vectors.jsonl, or the lines of standard input when called with "-", by another implementation of RFC 8785:
//   node docs/canonical-json/check.mjs
// ECMAScript writes numbers and texts as RFC 8785 wants them; only the members are left to sort.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const canonical = value => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.keys(value).sort().map(name => `${canonical(name)}:${canonical(value[name])}`)}}`;
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half of a surrogate pair');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('beyond all doubles');
  return JSON.stringify(value);
};

const double = bits => Buffer.from(bits.padStart(16, '0'), 'hex').readDoubleBE();
const read = line => ('ieee754' in line ? double(line.ieee754) : JSON.parse(line.json));

const outcome = line => {
  try {
    return canonical(read(line));
  } catch {
    return undefined;
  }
};

const path = process.argv[2] === '-' ? 0 : new URL('vectors.jsonl', import.meta.url);
const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean).map(text => JSON.parse(text));
// JSON.parse takes the last of two members with one name, and 0 for 1e-400: the reader refuses them, not the form.
const ofTheReader = ['a member twice', 'not 0, but 0 as a double'];
const checked = lines.filter(line => !ofTheReader.includes(line.refused));
const wrong = checked.filter(line => {
  const form = outcome(line);
  return form !== line.canonical
    || (line.sha256 && createHash('sha256').update(form, 'utf8').digest('hex') !== line.sha256);
});
wrong.forEach(line => console.error(`wrong: ${JSON.stringify(line)}; here: ${outcome(line)}`));
console.log(`${checked.length - wrong.length} passed, ${wrong.length} failed, ${lines.length - checked.length} skipped`);
process.exitCode = wrong.length === 0 && checked.length > 0 ? 0 : 1;
