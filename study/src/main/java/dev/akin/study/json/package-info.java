/** Reading of JSON files that this module wrote: what is missing or of another kind is named. */
@NullMarked
package dev.akin.study.json;

import org.jspecify.annotations.NullMarked;
