#!/usr/bin/env node
// Stands in the repository as it is, so that npm links it before anything is built.
import "../dist/cli/main.js";
