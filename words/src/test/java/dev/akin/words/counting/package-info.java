@NullMarked
package dev.akin.words.counting;

import org.jspecify.annotations.NullMarked;
