@NullMarked
package dev.akin.encoder.sparse;

import org.jspecify.annotations.NullMarked;
