@NullMarked
package dev.akin.study.report;

import org.jspecify.annotations.NullMarked;
