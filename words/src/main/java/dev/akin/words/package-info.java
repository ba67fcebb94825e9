/** Look-up tables: vectors of words and documents, learned, read and asked. */
@NullMarked
package dev.akin.words;

import org.jspecify.annotations.NullMarked;
