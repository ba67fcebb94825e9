/** Studies of tables of word vectors and of what is done to them. */
@NullMarked
package dev.akin.study.words;

import org.jspecify.annotations.NullMarked;
