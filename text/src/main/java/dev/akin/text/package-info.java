/** Documents, passages, tokenizers. */
@NullMarked
package dev.akin.text;

import org.jspecify.annotations.NullMarked;
