/**
 * Cutting documents into passages. Start at {@link dev.akin.text.split.PassageSplitter}; {@link
 * dev.akin.text.split.Boundaries} says where a text may be cut.
 */
@NullMarked
package dev.akin.text.split;

import org.jspecify.annotations.NullMarked;
