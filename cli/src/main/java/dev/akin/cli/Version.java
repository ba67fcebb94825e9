package dev.akin.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program that is running. */
final class Version implements IVersionProvider {
  /** From the manifest of the jar; a development build has none. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development build");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"akin " + number()};
  }
}
