/** Studies of how texts become rows. */
@NullMarked
package dev.akin.study.encoding;

import org.jspecify.annotations.NullMarked;
