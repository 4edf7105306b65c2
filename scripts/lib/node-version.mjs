// Checked before anything newer than this Node.js is loaded, so that the answer is a sentence and not a stack trace.
export function requireNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Countersign needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
