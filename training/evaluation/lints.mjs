// Grammar lints of texts, offline: a JSON list of texts on standard input, a list of lints for each on standard output.
// Usage: node lints.mjs FOLDER, where FOLDER/node_modules holds harper.js.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(resolve(process.argv[2]), 'node_modules', 'harper.js', 'dist');
const load = (file) => import(pathToFileURL(join(folder, file)).href);
const { LocalLinter, Dialect } = await load('index.js');
const { binaryInlined } = await load('binaryInlined.js');

const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
await linter.setup();
// The house style has no comma before the last "and" of a list.
await linter.setLintConfig({ ...(await linter.getLintConfig()), OxfordComma: false });
const found = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  const lints = await linter.lint(text, { language: 'plaintext' });
  found.push(
    lints.map((lint) => ({ kind: lint.lint_kind(), message: lint.message(), start: lint.span().start, end: lint.span().end })),
  );
}
process.stdout.write(JSON.stringify(found));
