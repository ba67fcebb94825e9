@NullMarked
package dev.akin.encoder.cache;

import org.jspecify.annotations.NullMarked;
