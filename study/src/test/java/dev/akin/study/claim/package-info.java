@NullMarked
package dev.akin.study.claim;

import org.jspecify.annotations.NullMarked;
