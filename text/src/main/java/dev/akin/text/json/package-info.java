/** JSON values, read strictly and written on one line; no dependency. Start at {@link Json}. */
@NullMarked
package dev.akin.text.json;

import org.jspecify.annotations.NullMarked;
