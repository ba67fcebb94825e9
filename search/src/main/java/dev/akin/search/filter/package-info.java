/** Conditions on metadata: {@code year >= 2015 AND venue:ACL* AND NOT authors:"X Y"}. */
@NullMarked
package dev.akin.search.filter;

import org.jspecify.annotations.NullMarked;
