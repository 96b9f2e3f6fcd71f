#!/usr/bin/env node
// The launcher of the built command line (dist/, written by `npm run build`).
import '../dist/cli/main.js';
