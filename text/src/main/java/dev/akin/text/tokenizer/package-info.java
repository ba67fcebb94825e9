/**
 * Tokenizers read from {@code tokenizer.json}. Start at {@link dev.akin.text.tokenizer.Tokenizers};
 * then {@code Pipeline}, which shows the whole way of a text, {@code AlignedText}, the text that
 * remembers where it came from, and one class a component.
 */
@NullMarked
package dev.akin.text.tokenizer;

import org.jspecify.annotations.NullMarked;
