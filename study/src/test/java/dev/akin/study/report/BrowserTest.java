package dev.akin.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a report in headless Chromium, where there is one. */
@Tag("slow")
class BrowserTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 2400;

  @TempDir private Path folder;

  private static Optional<Path> browser() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(":"))
        .filter(part -> !part.isEmpty())
        .flatMap(part ->
            Stream.of("chromium", "chromium-browser", "google-chrome").map(Path.of(part)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What the browser says when no name can be looked up and no host be reached. */
  private String offline(Path browser, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--proxy-server=127.0.0.1:9",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + WIDTH + "," + HEIGHT));
    command.addAll(List.of(options));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    return Files.readString(said);
  }

  @Test
  void aReportOpensOfflineWithoutAnErrorAndIsNotBlank() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no Chromium on the PATH");
    Path page = folder.resolve("report.html");
    Files.writeString(
        page, ReportPage.of(SmallEvaluation.run(folder, "hashed-64", "hashed-64@bit")).toHtml());
    Path picture = folder.resolve("report.png");
    String said = offline(browser.get(), "--screenshot=" + picture, page.toUri().toString());
    assertThat(said).doesNotContain("CONSOLE", "ERR_");
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(WIDTH);
    Map<Integer, Integer> colours = colours(image);
    int background = colours.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    double ink = 1 - background / (double) (WIDTH * HEIGHT);
    assertThat(ink).as("share of the page that is drawn on").isBetween(0.005, 0.5);
    assertThat(colours).hasSizeGreaterThan(30);
    assertThat(widthOfContent(image)).as("nothing runs over the edge").isLessThan(WIDTH);
  }

  private static Map<Integer, Integer> colours(BufferedImage image) {
    Map<Integer, Integer> colours = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    return colours;
  }

  /** One more than the last column that is not the colour of the upper right corner. */
  private static int widthOfContent(BufferedImage image) throws IOException {
    int paper = image.getRGB(image.getWidth() - 1, 0);
    for (int x = image.getWidth() - 1; x >= 0; x--) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (image.getRGB(x, y) != paper) {
          return x + 1;
        }
      }
    }
    throw new IOException("the picture is blank");
  }
}
