@NullMarked
package dev.akin.words.geometry;

import org.jspecify.annotations.NullMarked;
