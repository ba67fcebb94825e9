/** Indexes, searchers, fusion, explanation. */
@NullMarked
package dev.akin.search;

import org.jspecify.annotations.NullMarked;
