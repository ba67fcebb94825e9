/** What is measured (tasks), what is measured with it (systems), and what came out (reports). */
@NullMarked
package dev.akin.study;

import org.jspecify.annotations.NullMarked;
