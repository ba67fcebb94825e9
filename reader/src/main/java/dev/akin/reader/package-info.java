/** Readers: files and folders to documents. */
@NullMarked
package dev.akin.reader;

import org.jspecify.annotations.NullMarked;
