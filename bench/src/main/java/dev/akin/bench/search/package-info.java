/** Whole-process measurements of search. */
@NullMarked
package dev.akin.bench.search;

import org.jspecify.annotations.NullMarked;
