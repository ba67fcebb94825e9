/** At which rank the right answer stands: link prediction and lexicon induction. */
@NullMarked
package dev.akin.eval.link;

import org.jspecify.annotations.NullMarked;
