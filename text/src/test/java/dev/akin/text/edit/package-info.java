@NullMarked
package dev.akin.text.edit;

import org.jspecify.annotations.NullMarked;
