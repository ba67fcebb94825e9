/**
 * Encoders behind a server that the user names: the only place, beside a server of our own, that
 * opens connections.
 *
 * <p>Read {@link dev.akin.encoder.remote.RemoteEncoder}.
 */
@NullMarked
package dev.akin.encoder.remote;

import org.jspecify.annotations.NullMarked;
