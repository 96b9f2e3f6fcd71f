#!/usr/bin/env node
// The launcher of the built command line (dist/, written by `npm run build`).
import { setFlagsFromString } from 'node:v8';

// Bytes of bytecode that a function runs through before V8 looks whether to optimise it. Reading an article goes through
// hundreds of functions that are each warm for a while: at V8's own 132 kB, a run over some hundred articles spends a third of
// its time in compiling them, and again where the first guess of their types was wrong. A V8 without the flag passes it over.
setFlagsFromString('--interrupt-budget=1000000');

await import('../dist/cli/main.js');
