import { splitStatements } from './constraints';

test.each([
  ['', []],
  ['// nothing\n  // but comments\n', []],
  ['CREATE A;', ['CREATE A']],
  ['// head\nCREATE A\n  FOR (n);\n\nCREATE B;\n', ['CREATE A\n  FOR (n)', 'CREATE B']],
  ["CREATE (:A {url: 'https://a.org'});\nCREATE B", ["CREATE (:A {url: 'https://a.org'})", 'CREATE B']],
])('%j', (text, statements) => {
  expect(splitStatements(text)).toEqual(statements);
});
