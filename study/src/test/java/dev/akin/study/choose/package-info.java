@NullMarked
package dev.akin.study.choose;

import org.jspecify.annotations.NullMarked;
