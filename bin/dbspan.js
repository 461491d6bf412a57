#!/usr/bin/env node
import '../lib/program/dbspan.js';
