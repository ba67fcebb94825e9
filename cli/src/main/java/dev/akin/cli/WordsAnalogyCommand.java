package dev.akin.cli;

import dev.akin.words.Analogy;
import dev.akin.words.AnalogyMethod;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words analogy}. */
@Command(
    name = "analogy",
    abbreviateSynopsis = true,
    sortOptions = false,
    description =
        "What completes: A is to B as C is to … The words of the question are no answers.",
    footer = {
      "",
      "Examples:",
      "  akin words analogy vectors.bin man king woman",
      "  akin words analogy vectors.bin athens greece baghdad --method mul -k 3"
    })
final class WordsAnalogyCommand implements Callable<Integer> {
  static final int DEFAULT_K = 10;

  /** The methods by their short names. */
  enum Method {
    ADD(AnalogyMethod.COS_ADD),
    MUL(AnalogyMethod.COS_MUL),
    DIRECTION(AnalogyMethod.PAIR_DIRECTION);

    private final AnalogyMethod method;

    Method(AnalogyMethod method) {
      this.method = method;
    }

    AnalogyMethod method() {
      return method;
    }
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WordsFile file = new WordsFile();

  @Parameters(index = "1", paramLabel = "A", description = "A is to B …")
  private String a = "";

  @Parameters(index = "2", paramLabel = "B", description = "… as …")
  private String b = "";

  @Parameters(index = "3", paramLabel = "C", description = "… C is to what?")
  private String c = "";

  @Option(names = "-k", paramLabel = "K", description = "How many words. Default: 10.")
  private int k = DEFAULT_K;

  @Option(
      names = "--method",
      paramLabel = "add|mul|direction",
      description =
          "3CosAdd: nearest to B - A + C (default); 3CosMul; or PairDirection: the direction from C"
              + " nearest to that from A to B.")
  private Method method = Method.ADD;

  WordsAnalogyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Refuses to look for no words. */
  static void checkK(int k) {
    if (k < 1) {
      throw CommandException.badUse("-k is 1 or more, got " + k);
    }
  }

  @Override
  public Integer call() throws IOException {
    checkK(k);
    return file.ask(
        invocation,
        search ->
            WordsFile.print(
                invocation.console(),
                common.json,
                search.complete(new Analogy(a, b, c), method.method(), k)));
  }
}
