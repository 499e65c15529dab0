/** Says what to do when the project's own Node is not the one running: npm scripts use node_modules/node. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Formstead needs Node 22.18 or later, and this is ${process.version}.\n` +
      'It brings its own Node 24: run "npm ci" without --ignore-scripts, or install Node 24.\n',
  );
  process.exit(1);
}
