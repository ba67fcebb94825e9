@NullMarked
package dev.akin.study.encoding;

import org.jspecify.annotations.NullMarked;
