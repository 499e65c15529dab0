import { expect, test } from 'vitest';
import { toModule, withStaticAccess } from './react-as-modules.ts';

const file = `"use strict";
var Scheduler = require("scheduler"),
  React = require("react");
function version() { return React.version + exports.now(); }
exports.now = void 0;
if (Scheduler) exports.now = function () { return 1; };
exports.version = version;
exports.Children =
  React.Children;
`;

test('a file of React becomes a module with the same exports', () => {
  const code = toModule(file);
  expect(code).toContain(
    'import * as Scheduler from "scheduler";\nimport * as React from "react";',
  );
  expect(code).toContain('const exported_version = version;');
  // Assigned twice.
  expect(code).toContain('let exported_now;');
  expect(code).toContain(
    'export { exported_now as now, exported_version as version, exported_Children as Children };',
  );
  expect(code).not.toMatch(/\bexports\.|\brequire\(/);
});

test.each([
  ['requires something later', `${file}function later() { return require("fs"); }`],
  ['reads an export that it never assigns', `${file}exports.unknown();`],
  ['assigns all exports at once', `${file}module.exports = {};`],
])('a build stops if a new version of React %s', (_, code) => {
  expect(() => toModule(code)).toThrow('React’s files are not what');
});

test('libraries name the parts of React that they use', () => {
  const library = `import React, { useRef } from 'react';
const id = React['useId'.toString()] ?? React[" use ".trim().toString()];`;
  expect(withStaticAccess(library))
    .toBe(`import * as React from 'react'; import { useRef } from 'react';
const id = React.useId ?? React.use;`);
  const other = `const text = list['join'.toString()];`;
  expect(withStaticAccess(other)).toBe(other);
});
