/**
 * One HTML file that needs nothing else: text, tables and charts, without scripts and without any
 * address of the network; light or dark as the reader's system is, and printable.
 *
 * <p>Read {@link dev.akin.study.page.HtmlPage} (the file), {@link dev.akin.study.page.PageBuilder}
 * (how it is put together), {@link dev.akin.study.page.Chart} (what can be drawn). Everything a
 * caller hands over is text and is escaped; there is no way to hand over markup.
 */
@NullMarked
package dev.akin.study.page;

import org.jspecify.annotations.NullMarked;
