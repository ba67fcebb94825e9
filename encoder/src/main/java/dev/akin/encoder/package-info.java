/** Texts to vectors. */
@NullMarked
package dev.akin.encoder;

import org.jspecify.annotations.NullMarked;
