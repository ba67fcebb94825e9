/** Small changes of texts, made by rule and seed: read {@link dev.akin.text.edit.TextEdit}. */
@NullMarked
package dev.akin.text.edit;

import org.jspecify.annotations.NullMarked;
